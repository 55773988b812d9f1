// Shows the files that have a note of the chosen rule and whose name holds what was typed, and says how many they are.
const files = [...document.querySelectorAll('article')];
const rule = document.getElementById('rule');
const name = document.getElementById('name');
const shown = document.getElementById('shown');
function filter() {
  let count = 0;
  for (const file of files) {
    const rules = [...file.querySelectorAll('li[data-rule]')].map(note => note.dataset.rule);
    file.hidden = !(file.dataset.name.includes(name.value) && (rule.value === '' || rules.includes(rule.value)));
    count += file.hidden ? 0 : 1;
  }
  shown.textContent = count + ' of ' + files.length + ' files';
}
rule.addEventListener('input', filter);
name.addEventListener('input', filter);
filter();

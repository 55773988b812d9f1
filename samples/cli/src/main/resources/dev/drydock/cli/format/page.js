// Shows the files that have a note of the chosen rule, whose name holds what was typed, and that would change where that is
// asked; says how many they are; opens and closes all diffs and reasons. Print has them open.
const files = [...document.querySelectorAll('article')];
const details = [...document.querySelectorAll('details')];
const form = document.querySelector('form');
const [rule, name, changed, shown] = ['rule', 'name', 'changed', 'shown'].map(id => document.getElementById(id));
const FEW = 12;

function isWanted(file) {
  const rules = [...file.querySelectorAll('li[data-rule]')].map(note => note.dataset.rule);
  return file.dataset.name.toLowerCase().includes(name.value.toLowerCase())
    && (rule.value === '' || rules.includes(rule.value))
    && (!changed.checked || file.classList.contains('changed'));
}

function filter() {
  files.forEach(file => file.hidden = !isWanted(file));
  shown.textContent = files.filter(file => !file.hidden).length + ' of ' + files.length + ' files';
}

function openAll(open) {
  files.flatMap(file => [...file.querySelectorAll('details')]).forEach(each => each.open = open);
}

// A link to a file leads there, whatever is filtered.
function goTo() {
  const file = files.find(each => '#' + each.id === location.hash);
  if (file && file.hidden) {
    form.reset();
    filter();
  }
  if (file) {
    file.querySelectorAll('details').forEach(each => each.open = true);
    file.scrollIntoView();
  }
}

let before = [];
addEventListener('beforeprint', () => {
  before = details.filter(each => !each.open);
  before.forEach(each => each.open = true);
});
addEventListener('afterprint', () => before.forEach(each => each.open = false));
addEventListener('hashchange', goTo);
form.addEventListener('input', filter);
form.addEventListener('reset', () => setTimeout(filter));
form.addEventListener('submit', event => event.preventDefault());
document.getElementById('open').addEventListener('click', () => openAll(true));
document.getElementById('close').addEventListener('click', () => openAll(false));
form.hidden = false;
openAll(files.length <= FEW);
filter();
goTo();

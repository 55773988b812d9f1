// What packages of npm make of each FOLDER/*/Dockerfile:  node node.js WHAT FOLDER, with NODE_PATH where they are installed.
//   errors   what dockerfile-utils finds wrong, as a line of JSON a file
//   format   dockerfile-utils formats it; parse: dockerfile-ast parses it; dprint: @dprint/dockerfile formats it
const fs = require("fs");
const path = require("path");

const works = {
  errors: () => {
    const { validate } = require("dockerfile-utils");
    return (text, file) => console.log(JSON.stringify({ file, errors: validate(text).filter(found => found.severity === 1).map(found => found.code) }));
  },
  format: () => {
    const { format } = require("dockerfile-utils");
    const { TextDocument } = require("vscode-languageserver-textdocument");
    const options = { insertSpaces: true, tabSize: 4 };
    return text => TextDocument.applyEdits(TextDocument.create("file:///Dockerfile", "dockerfile", 1, text), format(text, options));
  },
  parse: () => {
    const { DockerfileParser } = require("dockerfile-ast");
    return text => DockerfileParser.parse(text).getInstructions();
  },
  dprint: () => {
    const { createFromBuffer } = require("@dprint/formatter");
    const formatter = createFromBuffer(fs.readFileSync(require("@dprint/dockerfile").getPath()));
    return text => formatter.formatText({ filePath: "Dockerfile", fileText: text });
  },
};

const [what, folder] = process.argv.slice(2);
const work = works[what]();
let refused = 0;
for (const file of fs.readdirSync(folder).sort()) {
  try {
    work(fs.readFileSync(path.join(folder, file, "Dockerfile"), "utf8"), file);
  } catch (error) {
    refused++;
  }
}
if (refused > 0) {
  console.error(`${refused} files could not be read by it`);
}

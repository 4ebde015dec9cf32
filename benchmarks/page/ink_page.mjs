// The same story as a page of ink's own: inkjs as it comes from npm and the compiled story in one file, text and choices as
// inkjs's introduction puts them. Usage: node ink_page.mjs FOLDER-WITH-INKJS STORY.ink PAGE.html
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [folder, story, out] = process.argv.slice(2);
const inkjs = join(resolve(folder), "node_modules", "inkjs");
const { Compiler } = createRequire(import.meta.url)(join(inkjs, "compiler", "Compiler"));
const compiled = new Compiler(readFileSync(story, "utf8")).Compile().ToJson();
const engine = readFileSync(join(inkjs, "dist", "ink.js"), "utf8").replaceAll("</script", "<\\/script");

// The names that `playing.mjs` and `speed.mjs` look for: a stage with its turns, options, a screen.
const main = `
const story = new inkjs.Story(${JSON.stringify(compiled).replaceAll("<", "\\u003c")});
const stage = document.querySelector(".stage");
function goOn() {
  while (story.canContinue) stage.append(Object.assign(document.createElement("p"), { textContent: story.Continue() }));
  for (const choice of story.currentChoices) {
    const link = Object.assign(document.createElement("a"), { className: "option", href: "#", textContent: choice.text });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      stage.querySelectorAll(".option").forEach((one) => one.remove());
      story.ChooseChoiceIndex(choice.index);
      stage.dataset.turns = String(Number(stage.dataset.turns) + 1);
      goOn();
    });
    stage.append(link);
  }
  if (!story.currentChoices.length) document.body.dataset.screen = "over";
}
goOn();
performance.mark("ready");
`;
writeFileSync(
  out,
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>ink</title><link rel="icon" href="data:,"><style>body { font: 1rem/1.5 sans-serif; max-width: 40rem; margin: auto }
.option { display: block; margin: 1rem 0 }</style></head>
<body data-screen="conversation"><main class="stage" data-turns="0"></main>
<script>${engine}</script><script>${main}</script></body></html>`,
);
console.log(`ink: ${Math.round(readFileSync(out).length / 1000)} kB`);

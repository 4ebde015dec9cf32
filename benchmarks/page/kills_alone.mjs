// As kills.mjs, for WebKitGTK: under automation it keeps nothing from run to run, so here the page plays itself and tells
// a server on loopback what is kept and what it has shown. Usage: node kills_alone.mjs PAGE.html KILLS
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { nap, profile } from "./browsers.mjs";
import { KEPT } from "./playing.mjs";

const [file, kills] = process.argv.slice(2);
const BROWSER = process.env.EQUAL_FOOTING_WEBKIT ?? "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const BY_ITSELF = `
const tell = (what) => fetch("/told", { method: "POST", body: JSON.stringify(what) });
const find = (what) => [...document.querySelectorAll(what)].pop();
(async () => {
  while (!find("#begin")) await new Promise((done) => setTimeout(done, 20));
  const kept = (await ${KEPT}).filter((line) => line.includes('"event":"chosen"')).length;
  await tell({ kept });
  (find(".offer #continue") ?? find("#begin")).click();
  while (!find("[data-screen=conversation] .stage")) await new Promise((done) => setTimeout(done, 20));
  const turns = () => Number(find(".stage")?.dataset.turns ?? 0);
  const before = turns();
  let told = before;
  for (;;) {
    await new Promise((done) => setTimeout(done, 30));
    if (document.body.dataset.screen !== "conversation") return;
    if (turns() !== told) {
      told = turns();
      await tell({ shown: kept + told - before });
    }
    find(".option:not([aria-disabled]), .foot .primary")?.click();
  }
})();`;
const html = readFileSync(file, "utf8")
  .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
  .replace("</body>", () => `<script>${BY_ITSELF}</script></body>`);

let shown = 0;
let lost = 0;
let made = 0;
let kept = null;
const server = createServer((asked, answer) => {
  let body = "";
  asked.on("data", (part) => (body += part));
  asked.on("end", () => {
    if (asked.method === "POST") {
      const told = JSON.parse(body);
      if ("kept" in told) {
        lost += Math.max(0, shown - told.kept);
        kept = shown = told.kept;
      } else {
        made += told.shown - shown;
        shown = told.shown;
      }
      answer.end();
    } else answer.setHeader("content-type", "text/html").end(html);
  });
}).listen(0);
const folder = profile();
const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder };
for (let n = 1; n <= Number(kills) + 1; n++) {
  kept = null;
  const began = Date.now();
  const browser = spawn(BROWSER, [`http://127.0.0.1:${server.address().port}/`], { env, detached: true, stdio: "ignore" });
  for (let wait = 0; kept === null && wait < 600; wait++) await nap(50);
  const slow = Math.max(1, (Date.now() - began) / 2000); // a busy machine takes longer to come to a choice, too
  await nap(slow * (400 + Math.random() * 4000));
  process.kill(-browser.pid, "SIGKILL");
  await nap(300);
  if (n % 10 === 0) console.log(`  webkit: ${n} kills, ${made} choices acknowledged, ${lost} lost so far`);
}
console.log(`webkit: killed ${kills} times, ${made} choices acknowledged, ${lost} of them lost`);
process.exit();

// How soon a page's words can be read and a play begun when a server drips it, and how soon a line follows a choice.
// In Chromium a trace tells the main thread's CPU until a play can begin as well, which other work on the machine leaves
// alone. Usage: node speed.mjs PAGE.html [ENGINE…]; the server waits 300 ms and then sends 180 kB a second.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { ENGINES, nap, started } from "./browsers.mjs";
import { begun, byPointer, SCREEN, until } from "./playing.mjs";

const [file, ...named] = process.argv.slice(2);
const html = readFileSync(file);
const RATE = 180_000;
const STARTS = 5; // of each browser; the medians count
const server = createServer(async (asked, answer) => {
  if (asked.url !== "/") return answer.writeHead(404).end();
  await nap(300);
  answer.setHeader("content-type", "text/html");
  for (let at = 0; at < html.length; at += RATE / 20) {
    answer.write(html.subarray(at, at + RATE / 20));
    await nap(50);
  }
  return answer.end();
}).listen(0);
const address = `http://127.0.0.1:${server.address().port}/`;

const WATCH = `(() => {
  window.times = [];
  let from = 0;
  addEventListener("click", (event) => { if (event.target.closest?.(".option")) from = performance.now(); }, true);
  let turns = document.querySelector(".stage")?.dataset.turns;
  new MutationObserver(() => {
    const now = document.querySelector(".stage")?.dataset.turns;
    if (now === turns || !from) return;
    turns = now;
    const start = from;
    from = 0;
    const there = performance.now() - start;
    requestAnimationFrame(() => setTimeout(() => times.push([there, performance.now() - start])));
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-turns"] });
})()`;

/** Returns the CPU milliseconds that the page's main thread took until the mark `ready`. */
function cpuUntilReady(events) {
  const mark = events.find((event) => event.name === "ready" && event.cat.includes("user_timing"));
  const tasks = events.filter((event) => event.name === "RunTask" && event.pid === mark.pid && event.tid === mark.tid);
  return tasks.reduce((sum, task) => sum + (task.ts < mark.ts ? (task.tdur ?? 0) : 0), 0) / 1000;
}

const median = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
const told = (ms) => `${(ms / 1000).toFixed(2)} s`;

for (const engine of named.length ? named : ENGINES)
  for (const slower of engine === "chromium" ? [1, 4] : [1]) {
    const words = [];
    const ready = [];
    const cpu = [];
    let choices = [];
    for (let n = 0; n < STARTS; n++) {
      const browser = await started(engine, { size: [412, 800] });
      await browser.slow(slower);
      await browser.trace?.();
      await browser.go(address);
      await until(browser, `performance.getEntriesByName("ready").length > 0`, "the player");
      words.push(await browser.run(`performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN`));
      ready.push(await browser.run(`performance.getEntriesByName("ready")[0].startTime`));
      if (browser.trace) cpu.push(cpuUntilReady(await browser.traced()));
      if (n === 0) {
        if (await browser.run(`Boolean(document.querySelector("#begin"))`)) await begun(browser);
        await browser.run(WATCH);
        while ((await browser.run(SCREEN)) === "conversation") await byPointer(browser);
        choices = await browser.run("times");
      }
      await browser.close();
    }
    const spread = (which) => Math.round(median(choices.map((one) => one[which])));
    const name = slower === 1 ? engine : `${engine}, ${slower} times slower`;
    const spent = cpu.length ? ` (main thread ${Math.round(median(cpu))} ms of CPU)` : "";
    console.log(`${name}: words ${told(median(words))}, begin ${told(median(ready))}${spent}, ${choices.length} choices: line in the page after ${spread(0)} ms, painted after ${spread(1)} ms`);
  }
server.close();

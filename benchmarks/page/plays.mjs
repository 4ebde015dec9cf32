// Plays a page to its end in every engine, by keys and by pointing, from a file and over http by number; prints the card on
// screen, and writes each play's journal for `python main.py score`. Usage: node plays.mjs PAGE.html OUT-FOLDER [ENGINE…]
import { createServer } from "node:http";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ENGINES, started } from "./browsers.mjs";
import { begun, byKeys, byPointer, KEPT, played, point, SCREEN, until } from "./playing.mjs";

const [file, out, ...named] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const html = readFileSync(file);
const server = createServer((_asked, answer) => answer.setHeader("content-type", "text/html").end(html)).listen(0);
const served = (host) => `http://${host}:${server.address().port}/`;
const SIZES = { wide: { size: [1280, 800] }, phone: { size: [360, 740], touch: true } };
const RUNS = [
  ["file", pathToFileURL(resolve(file)).href, "wide", byKeys, "keys"],
  ["http by number", served("127.0.0.1"), "phone", byPointer, "pointer"],
  ["localhost", served("localhost"), "wide", byPointer, "pointer"],
];

for (const engine of named.length ? named : ENGINES)
  for (const [where, address, size, step, how] of RUNS) {
    const browser = await started(engine, SIZES[size]);
    try {
      await browser.go(address);
      await begun(browser);
      const steps = await played(browser, step);
      while ((await browser.run(SCREEN)) === "reflection") await point(browser, "#see-debrief");
      await until(browser, `${SCREEN} === "debrief"`, "the debrief");
      const figures = await browser.run(`[...document.querySelectorAll(".figures")].map(one => one.textContent).join("; ")`);
      const text = (await browser.run(KEPT)).join("");
      const name = `${basename(file, ".html")}-${engine}-${where.replaceAll(" ", "-")}.txt`;
      writeFileSync(join(out, name), text);
      console.log(`${engine}, ${where}, ${size}, by ${how}: ${steps} steps, ${name}: ${figures}`);
      if (browser.complaints.length) console.log("  complaints:", browser.complaints);
    } catch (error) {
      console.log(`${engine}, ${where}, ${size}, by ${how}: FAILED, ${error.message}`);
    } finally {
      await browser.close();
    }
  }
server.close();

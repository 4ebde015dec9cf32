// Kills a browser again and again while it plays a page, and counts the choices that had been shown as made and are not
// there afterwards. Usage: node kills.mjs PAGE.html KILLS [ENGINE…]
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ENGINES, nap, profile, started } from "./browsers.mjs";
import { byPointer, KEPT, point, SCREEN, until } from "./playing.mjs";

const [file, kills, ...named] = process.argv.slice(2);
const address = pathToFileURL(resolve(file)).href;
const TURNS = `Number(document.querySelector(".stage")?.dataset.turns ?? 0)`;
const READY = `Boolean(document.querySelector("#begin"))`;

const chosen = async (browser) => (await browser.run(KEPT)).filter((line) => line.includes('"event":"chosen"')).length;

/** Opens the page again; returns how many choices are kept, after going on with the play that was left. */
async function opened(browser) {
  await browser.go(address);
  await until(browser, READY, "the briefing");
  const kept = await chosen(browser);
  const how = (await browser.run(`Boolean(document.querySelector(".offer #continue"))`)) ? ".offer #continue" : "#begin";
  while ((await browser.run(SCREEN)) === "briefing") await point(browser, how);
  return kept;
}

for (const engine of named.length ? named : ENGINES) {
  const folder = profile();
  let acknowledged = 0;
  let lost = 0;
  let made = 0;
  let killed = 0;
  while (killed < Number(kills)) {
    let browser = null;
    const began = Date.now();
    try {
      browser = await started(engine, { folder });
      const kept = await opened(browser);
      lost += Math.max(0, acknowledged - kept);
      const before = await browser.run(TURNS);
      acknowledged = kept;
      const usual = engine === "chromium" ? 1 : 3; // the others take longer to come to a choice, and so does a busy machine
      const slow = Math.max(usual, (Date.now() - began) / 3000);
      const end = Date.now() + slow * (400 + Math.random() * 2500);
      let going = true;
      const killing = nap(end - Date.now()).then(() => {
        going = false;
        return browser.kill();
      });
      while (going) {
        try {
          if ((await browser.run(SCREEN)) !== "conversation") break;
          await byPointer(browser);
          const turns = await browser.run(TURNS);
          if ((await browser.run(SCREEN)) === "conversation") acknowledged = Math.max(acknowledged, kept + turns - before);
        } catch {
          break; // killed in the middle of an act
        }
      }
      await killing;
      made += acknowledged - kept;
      killed += 1;
      if (killed % 10 === 0) console.log(`  ${engine}: ${killed} kills, ${made} choices acknowledged, ${lost} lost so far`);
    } catch (error) {
      console.log(`  ${engine}: started anew after ${error.message.slice(0, 120)}`);
      await browser?.kill();
      await nap(500);
    }
  }
  const last = await started(engine, { folder });
  await last.go(address);
  await until(last, READY, "the briefing");
  lost += Math.max(0, acknowledged - (await chosen(last)));
  await last.close();
  console.log(`${engine}: killed ${killed} times, ${made} choices acknowledged, ${lost} of them lost`);
  rmSync(folder, { recursive: true, force: true });
}

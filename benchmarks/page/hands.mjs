// Hands for somebody who drives several browsers at once: reads a line of JSON, does it, answers with a line of JSON.
// {"id": 1, "device": "projector", "act": "start", "with": ["chromium", {"size": [1280, 720]}]}  →  {"id": 1, "value": …}
import { createInterface } from "node:readline";
import { started } from "./browsers.mjs";
import { begun, byPointer, KEPT, point, SCREEN, until } from "./playing.mjs";

const browsers = new Map();

/** Chooses this many times, or plays to the reflection. */
async function choose(browser, times) {
  const here = () => browser.run(`[${SCREEN}, document.querySelectorAll(".option").length]`);
  for (let made = 0, asked = false; made < times; ) {
    const [screen, options] = await here();
    if (screen !== "conversation") return made;
    made += asked && !options;
    asked = options > 0;
    if (made < times) await byPointer(browser);
  }
  return times;
}

/** Waits for something to be true; a page that is just being left is asked again. */
const waited = (browser, source, what) =>
  until({ engine: browser.engine, run: (asked) => browser.run(asked).catch(() => false) }, `Boolean(${source})`, what, 1200);

const ACTS = {
  go: (browser, address) => browser.go(address),
  run: (browser, source) => browser.run(source),
  until: waited,
  point: async (browser, what) => {
    await waited(browser, `document.querySelector(${JSON.stringify(what)})`, what);
    return point(browser, what);
  },
  type: async (browser, text) => {
    for (const key of text) await browser.key(key);
  },
  begin: (browser) => begun(browser),
  choose,
  kept: (browser) => browser.run(KEPT),
  shot: (browser, path) => browser.shot(path),
  complaints: (browser) => browser.complaints,
  close: (browser) => browser.close(),
};

async function done({ device, act, with: given = [] }) {
  if (act !== "start") return ACTS[act](browsers.get(device), ...given);
  browsers.set(device, await started(...given));
}

const answer = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  done(asked)
    .then((value) => answer({ id: asked.id, value: value ?? null }))
    .catch((error) => answer({ id: asked.id, error: String(error.message ?? error) }));
}
await Promise.all([...browsers.values()].map((browser) => Promise.resolve(browser.close()).catch(() => undefined)));
process.exit();

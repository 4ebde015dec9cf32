// A play in a real browser, step by step, by the keyboard or by pointing, as tests/web/test_playing.py has it.

const SPOT = (what) => `(() => {
  const one = [...document.querySelectorAll(${JSON.stringify(what)})].pop();
  one?.scrollIntoView({ block: "center", behavior: "instant" });
  const box = one?.getBoundingClientRect();
  return box ? [box.x + box.width / 2, box.y + box.height / 2] : null;
})()`;
export const SCREEN = "document.body.dataset.screen";
const HERE = "[data-screen=conversation]";

export async function point(browser, what) {
  const spot = await browser.run(SPOT(what));
  if (spot) await browser.click(...spot);
  return Boolean(spot);
}

export async function byPointer(browser) {
  await point(browser, `${HERE} .option:not([aria-disabled]), ${HERE} .foot .primary`);
}

/** One step by keys: the way on has the focus or is one Tab further; options have numbers. */
export async function byKeys(browser) {
  const stands = await browser.run(`(() => {
    if (document.querySelector(".option")) return String([...document.querySelectorAll(".option")].findIndex(one => !one.ariaDisabled && one.getAttribute("aria-disabled") === null) + 1);
    const way = document.querySelector(".foot .primary");
    if (document.activeElement === way) return "Enter";
    return document.querySelector("#own-words, .feedback") ? "Tab" : "ArrowRight";
  })()`);
  await browser.key(stands);
}

/** Plays to the reflection; returns how many steps that took. */
export async function played(browser, step, most = 4000) {
  for (let n = 0; n < most; n++) {
    if ((await browser.run(SCREEN)) !== "conversation") return n;
    await step(browser);
  }
  throw new Error("The play does not end.");
}

export async function until(browser, source, what, most = 300) {
  for (let n = 0; n < most; n++) {
    if (await browser.run(source)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${browser.engine}: ${what} did not come.`);
}

/** Begins, or goes on with, a play. */
export async function begun(browser, how = "#begin") {
  await until(browser, `Boolean(document.querySelector(${JSON.stringify(how)}))`, "the briefing");
  while ((await browser.run(SCREEN)) === "briefing") await point(browser, how);
}

/** The journals that the browser keeps, as the page's own database has them: an array of texts. */
export const KEPT = `new Promise((done, fail) => {
  const asked = indexedDB.open("equal-footing");
  asked.onerror = fail;
  asked.onsuccess = () => {
    const all = asked.result.transaction("lines").objectStore("lines").getAll();
    all.onsuccess = () => { asked.result.close(); done(all.result.map((row) => row.line)); };
  };
})`;

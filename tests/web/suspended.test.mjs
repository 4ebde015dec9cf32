// What a learning platform keeps of a play, and the journal that is made of it again. `test_core.py` runs this in Node.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const player = vm.runInThisContext(readFileSync(process.env.PLAYER, "utf8") + ";EqualFooting");
const page = JSON.parse(readFileSync(process.env.PAGE, "utf8"));
const exact = new player.Library(page).ready(page.scenarios[0].scenario.id);
const shelf = { page, all: [{ scenario: exact.story.scenario, exact }] };
const MOST = 4096;

/** A device that has kept this journal, or nothing. */
function device(text = "") {
  return { journal: () => text, read: () => player.parseJournal(text) };
}

/** The lines of a play of so many choices, or to its end. */
async function played(choices = Infinity, { seed = 7n, mode = "practice", typed = "", pick = 0 } = {}) {
  const recorder = new player.MemoryRecorder();
  let now = 1_790_000_000_123;
  const clock = () => (now += 1234);
  const session = await player.newSession(exact, { mode, seed, game: page.game, player: "Ada", session: "12".repeat(16) }, () => recorder, clock);
  session.begin();
  for (;;) {
    await session.read();
    if (session.phase !== "choosing" || session.turns === choices) return recorder.lines.join("");
    if (typed) await session.putInOwnWords(typed);
    const open = session.offers().filter(({ locked }) => locked === null);
    await session.choose(open[pick % open.length].option.id);
    if (session.phase === "feedback") session.goOn();
  }
}

const kept = (text) => player.suspended(player.parseJournal(text));
const again = (text, here = device()) => player.taken(text, shelf, here, "Ada");

for (const seed of [0n, 7n, 2n ** 63n - 1n, -(2n ** 63n)])
  for (const mode of ["practice", "assess"])
    test(`a play of seed ${seed} in ${mode} comes back byte for byte, half-way and whole`, async () => {
      for (const choices of [0, 3, Infinity]) {
        const text = await played(choices, { seed, mode });
        assert.ok(kept(text).length < 1000);
        assert.equal(await again(kept(text)), text);
      }
    });

test("what was typed does not go to the platform, and stays on its device", async () => {
  const text = await played(3, { typed: "as I would say it" });
  assert.ok(!kept(text).includes("say it"));
  assert.ok(!(await again(kept(text))).includes("as I would"));
  assert.equal(await again(kept(text), device(text)), text);
});

test("what another device added follows what this one has", async () => {
  const [here, there] = [await played(2), await played(4)];
  assert.equal(await again(kept(there), device(here)), there);
});

test("where two devices went two ways, the platform's play gets an id of its own", async () => {
  const [here, there] = [await played(3, { pick: 1 }), await played(3)];
  const session = (text) => player.parseJournal(text).begun.session;
  const found = await again(kept(there), device(here));
  assert.notEqual(session(found), session(there));
  assert.deepEqual(player.parseJournal(found).choices.map(({ option }) => option), player.parseJournal(there).choices.map(({ option }) => option));
});

test("a play too long for its times keeps its choices; too long for those, nothing", async () => {
  const journal = player.parseJournal(await played());
  const [one] = journal.choices;
  const long = (count, option) => {
    const events = [journal.begun, ...Array.from({ length: count }, (_none, n) => ({ ...one, option, n: n + 1 }))];
    return player.suspended(new player.Journal("long", journal.begun, events, []));
  };
  assert.ok(long(60, "x".repeat(63)).length <= MOST);
  assert.equal(long(80, "x".repeat(63)), null);
});

test("what is no play of ours is left alone", async () => {
  for (const text of ["", "page=3", "2|x|y", "{}"]) assert.equal(await again(text), null);
});

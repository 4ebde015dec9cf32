// What the player's core does that has no sibling in Python: waiting for what is kept, and other languages on the way.
// `test_core.py` runs this in Node, with the built player and a page's data.

import assert from "node:assert/strict";
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

globalThis.crypto ??= webcrypto; // Node.js 18 has it, but not by the name that every browser gives it
const player = vm.runInThisContext(readFileSync(process.env.PLAYER, "utf8") + ";EqualFooting");
const data = JSON.parse(readFileSync(process.env.PAGE, "utf8"));
const ID = data.scenarios[0].scenario.id;

/** A recorder that keeps a line only when it is let. */
class Slow {
  lines = [];
  waiting = [];

  write(lines) {
    return new Promise((kept, refused) => this.waiting.push({ lines, kept, refused }));
  }

  keep() {
    const { lines, kept } = this.waiting.shift();
    this.lines.push(...lines);
    kept();
  }

  refuse() {
    this.waiting.shift().refused(new Error("the disk is full"));
  }

  close() {}
}

async function begun(recorder, mode = "assess", language = "en") {
  const library = new player.Library(data, language);
  const play = { mode, seed: 2n ** 63n - 1n, game: data.game };
  const made = player.newSession(library.ready(ID), play, () => recorder);
  recorder.keep?.();
  const session = await made;
  session.begin();
  await session.read();
  return session;
}

const open = (session) => session.offers().find(({ locked }) => locked === null).option.id;

test("a choice is kept before anything moves on", async () => {
  const recorder = new Slow();
  const session = await begun(recorder);
  const choice = session.choose(open(session));
  await Promise.resolve();
  assert.deepEqual([session.phase, session.turns], ["choosing", 0]);
  recorder.keep();
  await choice;
  assert.deepEqual([session.phase, session.turns, recorder.lines.length], ["reading", 1, 2]);
});

test("a choice that cannot be kept has not been made, and can be made again", async () => {
  const recorder = new Slow();
  const session = await begun(recorder);
  const failed = session.choose(open(session));
  recorder.refuse();
  await assert.rejects(failed, /disk is full/);
  assert.deepEqual([session.phase, session.turns], ["choosing", 0]);
  const choice = session.choose(open(session));
  recorder.keep();
  await choice;
  assert.deepEqual(recorder.lines.map(({ n }) => n), [0, 1]);
});

test("two taps make one choice", async () => {
  const recorder = new Slow();
  const session = await begun(recorder);
  const one = session.choose(open(session));
  await assert.rejects(session.choose(open(session)), player.WrongPhase);
  recorder.keep();
  await one;
  assert.equal(session.turns, 1);
  assert.equal(recorder.waiting.length, 0);
});

test("a play can be told in another language from where it stands", async () => {
  const session = await begun(new player.MemoryRecorder(), "practice");
  await session.choose(open(session));
  const library = new player.Library(data, "es");
  const other = session.toldBy(library.ready(ID));
  assert.equal(other.phase, "feedback");
  assert.deepEqual(other.chosen, session.chosen);
  assert.equal(other.history.length, session.history.length);
  assert.notEqual(other.history[0].lines[0].text, session.history[0].lines[0].text);
  other.goOn();
  await other.read();
  await other.choose(open(other));
  const journal = player.parseJournal(session.recorder.lines.join(""));
  assert.equal(journal.choices.length, 2);
  assert.equal(journal.begun.title, session.begun.title);
});

test("a seed of 64 bits is read back digit by digit", async () => {
  const session = await begun(new player.MemoryRecorder());
  const journal = player.parseJournal(session.recorder.lines.join(""));
  assert.equal(journal.begun.seed, 2n ** 63n - 1n);
});

test("a journal is read line feed by line feed, whatever else ends a line", async () => {
  const session = await begun(new player.MemoryRecorder());
  await session.putInOwnWords("one\u2028two\u2029three\x85four\r\nfive");
  await session.choose(open(session));
  const journal = player.parseJournal(session.recorder.lines.join(""));
  assert.deepEqual(journal.lost, []);
  assert.equal(journal.worded.get(1), "one\u2028two\u2029three\x85four\r\nfive");
});

test("a branch is there with all its lines or not at all", async () => {
  const session = await begun(new player.MemoryRecorder());
  await session.choose(open(session));
  const journal = player.parseJournal(session.recorder.lines.join(""));
  const recorder = new Slow();
  const made = player.branchSession(session.exact, journal, 2, data.game, () => recorder);
  assert.equal(recorder.waiting[0].lines.length, 2);
  recorder.keep();
  const [branch, notes] = await made;
  assert.deepEqual([branch.turns, notes], [1, []]);
  assert.equal(branch.begun.branched_from, session.begun.session);
});

test("what is no journal of today is refused in a sentence", () => {
  for (const [text, why] of [
    ["", /is not a journal/],
    ["{}\n", /is not a journal/],
    ['{"format":9}\n', /written by a newer game/],
  ])
    assert.throws(() => player.parseJournal(text), why);
});

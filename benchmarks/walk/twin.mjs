// The player's side of the walk: the built player in Node, asked line by line. `python -m benchmarks.walk` starts it.
//
//   node twin.mjs PLAYER.js     one JSON request a line on standard input, one JSON answer a line on standard output
//
// It tells what it did as text, in the very words of `positions.py` and `acts.py`, and answers with a digest of it; with
// the text itself where `tell` is set.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import vm from "node:vm";

const player = vm.runInThisContext(readFileSync(process.argv[2], "utf8") + ";EqualFooting");
let library;
const models = new Map();

/** A scenario ready to play: in the library's language, in other words where `fill` names some. */
function exactOf(scenario, fill) {
  const key = JSON.stringify([scenario, library.language, fill]);
  if (!models.has(key)) {
    const told = fill ? player.filled(library.scenario(scenario), fill) : undefined;
    models.set(key, library.ready(scenario, told));
  }
  return models.get(key);
}

const requests = {
  load({ data }) {
    models.clear();
    library = new player.Library(data);
    return library.ids.join(" ");
  },

  texts({ scenario, language, seed }) {
    library.speak(language);
    const rows = [];
    player.retold(player.varied(library.scenario(scenario), BigInt(seed)), (where, text) => {
      rows.push([where, text]);
      return text;
    });
    return JSON.stringify(rows);
  },

  rubric({ language }) {
    library.speak(language);
    const { axes, components, poles, naming, moves, archetypes } = library.rubric;
    const rows = [
      Object.entries(components).map(([code, one]) => [code, one.name, one.meaning]),
      Object.entries(axes).map(([code, one]) => [code, one.name, one.good, Object.values(one.quadrants), one.components]),
      Object.entries(poles).map(([code, one]) => [code, one.name, one.meaning, one.leans]),
      [naming.both_ways, naming.no_lean],
      Object.entries(moves).map(([code, one]) => [code, one.did, one.does, one.gate, one.pole, one.counterfeit_of]),
      Object.entries(archetypes).map(([code, one]) => [code, one.name, one.means]),
    ];
    return JSON.stringify(rows);
  },

  names({ cases }) {
    const { rubric } = library;
    const share = (hundredths) => (hundredths === null ? null : player.fraction(hundredths, 100));
    const told = ([axis, one, two, poles, crossed]) => player.earnedName(rubric, axis, [share(one), share(two)], poles, crossed);
    return JSON.stringify(cases.map(told));
  },

  tidy({ names }) {
    return JSON.stringify(names.map(player.tidy));
  },

  positions({ scenario, positions }) {
    const { story } = exactOf(scenario);
    return positions.map((row) => tellPosition(story, readPosition(row))).join("\n");
  },

  async play(request) {
    library.speak(request.language);
    return JSON.stringify(await played(request));
  },
};

// ── positions ────────────────────────────────────────────────────────────────────────────────────────────────────

function readPosition([node, facts, trust, ease, voice]) {
  return { node, facts: BigInt("0x" + facts), trust, ease, voice };
}

function where({ node, facts, trust, ease, voice }) {
  return `${node} ${facts.toString(16)} ${trust} ${ease} ${voice}`;
}

/** Which of `all` these lines are. */
function numbers(lines, all) {
  return lines.map((line) => all.indexOf(line)).join(",");
}

function tellView(story, position) {
  const { node, lines, offers, ending } = player.view(story, position);
  const offered = offers.map(({ option, locked }) => option.id + (locked === null ? "" : `!${locked}`));
  return `${where(position)}|${numbers(lines, node.lines)}|${offered.join(",")}|${ending ? ending.kind : ""}`;
}

/** A position and every step from it: the answer, and what is read until something is to be decided again. */
function tellPosition(story, position) {
  const rows = [tellView(story, position)];
  for (const option of player.openOptions(story, position)) {
    let after = player.choose(story, position, option.id);
    rows.push(`${option.id}>${numbers(player.reply(story, position, option.id, after), option.reply)}`);
    rows.push(tellView(story, after));
    while (player.jumps(story, after)) {
      after = player.advance(story, after);
      rows.push(tellView(story, after));
    }
  }
  return rows.join("\n");
}

// ── plays ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The acts of a script, each with what can be seen after it; then the journals of all plays, line by line. */
async function played(script) {
  const journals = new Map(); // by session, its lines
  const keep = ({ session }) => recorder(journals, session);
  const clock = clockOf(script);
  const exact = exactOf(script.scenario, script.fill);
  const play = { ...script.begin, seed: BigInt(script.begin.seed), game: library.data.game };
  let session = await player.newSession(exact, play, keep, clock);
  const told = [tellSession(session, [])];

  const journal = () => player.parseJournal(journals.get(session.begun.session).join(""));
  const acts = {
    begin: () => session.begin(),
    read: () => session.read(),
    words: (text) => session.putInOwnWords(text),
    choose: (option) => session.choose(option),
    go_on: () => session.goOn(),
    reflect: (answers) => session.reflect(answers),
    abandon: () => session.abandon(),
    again: () => void (session = session.toldBy(exact)),
    async resume(torn) {
      const lines = journals.get(session.begun.session);
      const found = player.parseJournal(lines.join("") + torn);
      const [made, notes] = await player.resumeSession(exact, found, keep(session.begun), clock);
      session = made;
      return notes;
    },
    async branch([turn, id]) {
      const game = library.data.game;
      const [made, notes] = await player.branchSession(exact, journal(), turn, game, keep, clock, id);
      session = made;
      return notes;
    },
    look: async (scenario) => void (await player.lookAgain(exactOf(scenario), journal())),
    card: () => tellCard(session, exact),
    glossary: () => tellGlossary(exact.story.scenario, journal()),
  };
  for (const [act, value] of script.acts) {
    let notes = [];
    try {
      notes = (await acts[act](value)) ?? [];
    } catch (error) {
      if (!(error instanceof player.GameError)) throw error;
      notes = [error.message];
    }
    told.push([act, ...tellSession(session, notes)]);
  }
  return [...told, [...journals.values()].map((lines) => lines.join(""))];
}

function recorder(journals, session) {
  if (!journals.has(session)) journals.set(session, []);
  const kept = journals.get(session);
  return { write: async (lines) => void kept.push(...lines.map(({ line }) => line)), close() {} };
}

/** A clock that goes on by one step of the script each time it is asked, round and round. */
function clockOf({ at, steps }) {
  let now = at;
  let asked = 0;
  return () => (now += steps[asked++ % steps.length]);
}

const scene = ({ node, place, frame, lines }) => [node, place, frame, lines.map(spoken)];
const spoken = ({ speaker, text, expression }) => [speaker, text, expression];
const figure = (value) => (value === null ? null : value.toFixed(1));

function tellSession(session, notes) {
  const { option, reply, did, text, instead } = session.turns ? session.feedback() : { option: null };
  const { ending } = session;
  return [
    notes,
    session.phase,
    session.turns,
    session.scenes().map(scene),
    session.offers().map(({ option, locked }) => [option.id, player.words(option), locked]),
    session.ownWords,
    option && [option.id, scene(reply), did, text, instead],
    ending && [ending.kind, ending.title, ending.text, ending.outcome],
    session.history.length,
    session.history.slice(-2).map(scene),
    session.reflection,
    session.answered.map(({ question, text }) => [question, text]),
  ];
}

function tellCard(session, exact) {
  const card = session.card();
  const scores = (reading) => [reading.moment, reading.path, reading.chance].map(figure);
  const { outcome, harms, pastMending, limits, trap } = player.closing(card, session.scenario);
  return [
    [card.scenario, card.title, card.complete],
    card.ending && [card.ending.id, card.ending.kind, card.ending.title, card.ending.text, card.ending.outcome],
    Object.entries(card.components).map(([name, reading]) => [name, ...scores(reading)]),
    Object.entries(card.axes).map(([name, reading]) => [name, ...scores(reading), reading.name, player.cameOut(card, exact.rubric, name)]),
    Object.entries(card.poles).map(([name, { chosen, offered }]) => [name, chosen, offered]),
    card.gates.map((g) => [g.turn, g.node, g.option, g.move, g.what, g.why, g.mended, g.mendable]),
    card.ruptures.map((r) => [r.id, r.kind, r.what, r.opened, r.repaired]),
    card.choices.map((c) => [
      [c.turn, c.node, c.place, c.option, c.say, c.moves, c.vector, c.low, c.high, c.at_stake, c.poles],
      [c.poles_offered, c.gates, c.state.trust, c.state.ease, c.state.voice, c.feedback, c.instead],
      c.thinks.map((thought) => [thought.who, thought.words]),
      c.heard.map(spoken),
    ]),
    [outcome, harms.map((h) => [h.turn, h.told]), pastMending, limits, trap],
    tellSummingUp(session),
    player.weighedMost(exact, session.chosen).map((w) => [w.turn, w.node, w.chosen, w.better, w.axis, shown(w.gain), w.component]),
    player.planes(card, exact).map((plane) => [
      [plane.title, plane.across, plane.up, Object.values(plane.corners)],
      plane.path.map((at) => at.map(String)),
      plane.end && plane.end.map(figure),
      plane.chance && plane.chance.map(figure),
      plane.marks.map(({ label, at, corner, means }) => [label, at.map(figure), corner, means]),
    ]),
  ];
}

function tellSummingUp(session) {
  const { who, outcome, crossed, pastMending, heading, choices, none, breaks } = player.summingUp(session);
  return [
    [who, outcome, pastMending, heading, none],
    crossed.map(({ turn, told, heard, chosen, instead }) => [turn, told, heard, chosen, instead]),
    choices.map(({ turn, heard, chosen, better, why }) => [turn, heard, chosen, better, why]),
    breaks.map(({ turn, told, repaired, instead }) => [turn, told, repaired, instead]),
    player.typed(session).map(({ turn, words, chosen }) => [turn, words, chosen]),
  ];
}

/** A gain in thousandths, rounded down. */
function shown({ over, under }) {
  return Number((over * 1000n) / under);
}

function tellGlossary(scenario, journal) {
  const groups = player.glossaryOf(library.rubric, [[scenario, player.met([journal])]]);
  const entry = (one) => one && [one.did, one.does, one.gate, one.example];
  return groups.map(({ name, pairs }) => [name, pairs.map((pair) => [entry(pair.helps), pair.counterfeits.map(entry)])]);
}

// ── the conversation with Python ─────────────────────────────────────────────────────────────────────────────────

for await (const row of createInterface({ input: process.stdin })) {
  const request = JSON.parse(row);
  const text = await requests[request.do](request);
  const digest = createHash("sha256").update(text).digest("hex");
  process.stdout.write(JSON.stringify(request.tell ? { digest, text } : { digest }) + "\n");
}

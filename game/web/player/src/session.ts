// One player, one play: the phases, the position, what to show, and every event on its way to the journal.
// Sibling: game/play/session.py.
//
// A face pulls: `scenes` to read, `offers` to choose from, `feedback`, `card`. It pushes only what a player does: begin,
// read, choose, goOn, reflect, abandon. What is written is awaited: nothing is shown before what led to it is kept.

import type { Position } from "./conditions";
import { advance, choose, ending, jumps, offers, reply, start, type Story, view } from "./engine";
import { JournalError, OptionUnavailable, WrongPhase } from "./errors";
import { asLine } from "./events";
import { type Journal, MemoryRecorder } from "./journal";
import { givenAsText, givenCard } from "./given";
import { isPrivate, words } from "./model";
import { Phases } from "./phases";
import { cut, isoTime, strip } from "./python";
import { score } from "./score";
import type { ScoringModel } from "./scoring_model";
import { shuffled } from "./shuffle";
import { varied } from "./vary";
import { _, N_ } from "./words";
import type {
  Begun,
  Clock,
  Ending,
  Feedback,
  JournalEvent,
  LinesInPlace,
  Mode,
  Node,
  Offer,
  Option,
  Phase,
  Recorder,
  Reflected,
  Scenario,
  Scorecard,
} from "./types";

const MOST_TYPED = 20_000; // characters that a journal holds of one answer
const DEFAULT_REFLECTION = [N_("Which of your lines would you say differently, in your own words?")];

/** An event as a session makes it, before it has its number. */
type Unnumbered<Of = JournalEvent> = Of extends JournalEvent ? Omit<Of, "n"> : never;

/** One play. Make it with `newSession`, `resumeSession` (`new_session.ts`) or `branchSession`. */
export class Session {
  readonly scenario: Scenario;
  readonly story: Story;
  readonly history: LinesInPlace[] = [];
  readonly worded = new Map<number, string>();
  answered: Reflected["answers"] = []; // what was typed to the open questions
  position: Position;

  private readonly phases = new Phases();
  private readonly taken: string[] = [];
  private written = 0;
  private writing = false;
  private last: { option: Option; scene: LinesInPlace } | null = null;
  private shownAt: number;
  private shownOffers: Offer[] | null = null;
  private arrived: LinesInPlace[] = [];
  private scored: Scorecard | null = null;

  constructor(
    readonly exact: ScoringModel,
    readonly begun: Begun,
    public recorder: Recorder = new MemoryRecorder(),
    readonly clock: Clock = Date.now,
  ) {
    this.scenario = varied(exact.story.scenario, begun.seed);
    this.story = exact.told(this.scenario);
    this.shownAt = Date.parse(begun.at);
    this.position = start(this.story);
    this.arrive(this.position);
  }

  // ── what to show ───────────────────────────────────────────────────────────────────────────────────────────────

  /** Where the session is. */
  get phase(): Phase {
    return this.phases.state;
  }

  get mode(): Mode {
    return this.begun.mode;
  }

  /** The node that the play rests at. */
  get node(): Node {
    return this.story.room(this.position.node).node;
  }

  /** The ending as it is told, once the play has come to one. */
  get ending(): Ending | null {
    return ending(this.story, this.position);
  }

  /** How many choices have been made. */
  get turns(): number {
    return this.taken.length;
  }

  /** The ids of the options chosen so far. */
  get chosen(): readonly string[] {
    return this.taken;
  }

  /** The open questions after the play. */
  get reflection(): string[] {
    return this.scenario.reflection.length ? this.scenario.reflection : DEFAULT_REFLECTION.map((text) => _(text));
  }

  /** What there is to read now. In assess mode it begins with the answer to the last choice; in practice mode that
   * answer comes with the feedback. */
  scenes(): LinesInPlace[] {
    const answered = this.last !== null && this.mode === "assess" && this.last.scene.lines.length > 0;
    return answered ? [this.last!.scene, ...this.arrived] : this.arrived;
  }

  /** The options in the order that the seed gives; locked ones with their reason. */
  offers(): Offer[] {
    return (this.shownOffers ??= shuffled(offers(this.story, this.position), this.begun.seed));
  }

  /** The number beside the n-th of the options that are offered, counted from 0. */
  numberOf(_offer: Offer, n: number): number {
    return n + 1;
  }

  /** The prompt to say it in one's own words before the options are shown, where the author wants that and the player
   * has not done so yet. */
  get ownWords(): string | null {
    return this.worded.has(this.turns + 1) ? null : this.node.own_words;
  }

  /** The answer to the last choice and what can be learned from it; in phase `feedback`. */
  feedback(): Feedback {
    if (this.last === null) throw new OptionUnavailable("There is no feedback before the first choice.");
    const { option, scene } = this.last;
    const did = option.moves.map((move) => this.exact.rubric.moves[move]!.did);
    return { option, reply: scene, did, text: option.feedback, instead: option.instead };
  }

  /** The scorecard of the choices made so far; path scores only for a whole play. */
  card(): Scorecard {
    if (this.scored?.choices.length !== this.turns) this.scored = score(this.exact, this.taken, this.story);
    return this.scored!;
  }

  // ── what a player does ─────────────────────────────────────────────────────────────────────────────────────────

  /** From the briefing to the first lines. */
  begin(): void {
    this.phases.to("begin");
  }

  /** Everything shown has been read: on to the options, or to the reflection after an ending. */
  async read(): Promise<void> {
    if (this.ending !== null) {
      this.phases.check("end");
      await this.finish();
      this.phases.to("end");
    } else {
      this.phases.to("offer");
      this.shownAt = this.clock();
    }
  }

  /** Keeps what the player would say at this decision (an empty text too, which is a way past the question). */
  async putInOwnWords(text: string): Promise<void> {
    this.phases.check("choose");
    const kept = cut(strip(text), MOST_TYPED);
    if (kept) await this.write({ event: "worded", at: this.now(), node: this.position.node, text: kept });
    this.worded.set(this.turns + 1, kept);
  }

  /** Makes a choice; it is in the journal before this resolves. Throws OptionUnavailable, WrongPhase. */
  async choose(optionId: string): Promise<void> {
    this.phases.check("choose");
    const before = this.position;
    const after = choose(this.story, before, optionId);
    const now = this.clock(); // asked once: both times of the event rest on the same moment
    await this.write({
      event: "chosen",
      at: isoTime(now),
      node: before.node,
      option: optionId,
      offered: this.offers().map((offer) => offer.option.id),
      elapsed_ms: Math.max(0, Math.round(now - this.shownAt)),
    });
    this.take(before, optionId, after);
    this.phases.to(this.mode === "practice" ? "choose_with_feedback" : "choose");
  }

  /** From the feedback to what comes next. */
  goOn(): void {
    this.phases.to("go_on");
  }

  /** Keeps the answers to the open questions (empty ones too) and opens the debrief. */
  async reflect(answers: readonly string[]): Promise<void> {
    this.phases.check("reflect");
    const given = this.reflection
      .slice(0, answers.length)
      .map((question, index) => ({ question, text: cut(strip(answers[index]!), MOST_TYPED) }))
      .filter((answer) => answer.text);
    if (given.length) await this.write({ event: "reflected", at: this.now(), answers: given });
    this.answered = given;
    this.phases.to("reflect");
    this.recorder.close();
  }

  /** Leaves the play; it can be taken up again from the journal. */
  async abandon(): Promise<void> {
    this.phases.check("abandon");
    if (this.phase !== "reflection") await this.write({ event: "abandoned", at: this.now() });
    this.phases.to("abandon");
    this.recorder.close();
  }

  // ── inside ─────────────────────────────────────────────────────────────────────────────────────────────────────

  private now(): string {
    return isoTime(this.clock());
  }

  /** Writes an event; a second one that comes while the first is on its way is refused. */
  async write(event: Unnumbered): Promise<void> {
    if (this.writing) throw new WrongPhase("What was done before is still being kept.");
    this.writing = true;
    try {
      const numbered = { ...event, n: this.written } as JournalEvent;
      await this.recorder.write([{ n: this.written, line: asLine(numbered) }]);
      this.written += 1;
    } finally {
      this.writing = false;
    }
  }

  private take(before: Position, optionId: string, after: Position): void {
    const { node, ways } = this.story.room(before.node);
    const { option } = ways.get(optionId)!;
    const answer = reply(this.story, before, optionId, after).filter((line) => !isPrivate(line));
    const scene = { node: before.node, place: node.place, frame: node.frame, lines: answer };
    this.last = { option, scene };
    this.taken.push(optionId);
    const mine = { speaker: option.say ? "you" : "narration", text: words(option), expression: "neutral", when: null };
    this.history.push({ ...scene, lines: [mine, ...answer] });
    this.arrive(after);
  }

  /** Follows jumps to the next decision or ending, keeping what there is to read on the way. */
  private arrive(position: Position): void {
    const scenes = [this.scene(position)];
    while (jumps(this.story, position)) {
      position = advance(this.story, position);
      scenes.push(this.scene(position));
    }
    this.position = position;
    this.shownOffers = null;
    this.arrived = scenes;
    this.history.push(...scenes);
  }

  private scene(position: Position): LinesInPlace {
    const { node, lines } = view(this.story, position);
    const shown = lines.filter((line) => !isPrivate(line));
    return { node: position.node, place: node.place, frame: node.frame, lines: shown };
  }

  private async finish(): Promise<void> {
    const { components, axes } = this.card();
    const readings = Object.entries({ ...components, ...axes });
    const card = Object.fromEntries(readings.map(([name, reading]) => [name, reading.path]));
    await this.write({ event: "finished", at: this.now(), ending: this.position.node, card });
  }

  /** Brings a fresh session to where a journal stopped; throws JournalError where today's scenario cannot. */
  replay(journal: Journal): void {
    for (const { option } of journal.choices) this.takeAgain(journal, option);
    for (const [turn, text] of journal.worded) this.worded.set(turn, text);
    this.answered = journal.reflected?.answers ?? [];
    this.written = journal.events.length;
    if (this.turns || this.written > 1) this.phases.to("begin");
  }

  private takeAgain(journal: Journal, optionId: string): void {
    let after: Position;
    try {
      after = choose(this.story, this.position, optionId);
    } catch (error) {
      if (!(error instanceof OptionUnavailable)) throw error;
      const card = givenCard(journal);
      const kept = card ? `\n\n${givenAsText(card, this.exact.rubric)}` : "";
      throw new JournalError(
        `${journal.name}: choice ${this.turns + 1} cannot be made again, because the scenario has changed since: ` +
          `${error.message} Play it anew, or bring back the scenario as it was.${kept}`,
      );
    }
    this.take(this.position, optionId, after);
  }

  /** Goes back to the feedback on a journal's last choice, unless its player has come past it. */
  showFeedbackAgain(journal: Journal): void {
    const acts = journal.events.filter(({ event }) => event === "chosen" || event === "worded");
    if (this.mode === "practice" && acts[acts.length - 1]?.event === "chosen") {
      this.phases.to("offer");
      this.phases.to("choose_with_feedback");
    }
  }

  /** The same play, at the same moment, in the words of another language; this one is not to be used any more. */
  toldBy(exact: ScoringModel): Session {
    const other = new Session(exact, this.begun, this.recorder, this.clock);
    for (const id of this.taken) other.take(other.position, id, choose(other.story, other.position, id));
    for (const [turn, text] of this.worded) other.worded.set(turn, text);
    other.answered = this.answered;
    other.written = this.written;
    other.shownAt = this.shownAt;
    other.phases.state = this.phases.state;
    return other;
  }
}

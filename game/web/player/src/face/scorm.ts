// The learning platform's host by SCORM, 1.2 or 2004: it finds the platform's own object in a window around this one, and
// tells it each choice, how far the play came and how long it took. The platform keeps `suspended`; nothing typed leaves.
import { _, type Chosen, type Finished, type JournalEvent } from "../core";
import { Alone } from "./host";
import type { Plays } from "./plays";
import type { Shelf } from "./shelf";
import { suspended, taken } from "./suspended";

/** What the platform's object can do, under the names of SCORM 2004. */
type Api = Record<string, (...words: string[]) => string>;

/** What the two versions call the same thing, and how they write it. */
interface Dialect {
  object: "API" | "API_1484_11";
  names: { begin: string; get: string; set: string; commit: string; end: string };
  keys: { id: string; name: string; status: string; time: string; exit: string; score: string; moment: string; answer: string };
  span(milliseconds: number): string;
  moment(at: string): string;
  answer(option: string, index: number): string;
}

const ONE: Dialect = {
  object: "API",
  names: { begin: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", end: "LMSFinish" },
  keys: {
    id: "cmi.core.student_id",
    name: "cmi.core.student_name",
    status: "cmi.core.lesson_status",
    time: "cmi.core.session_time",
    exit: "cmi.core.exit",
    score: "cmi.core.score",
    moment: "time",
    answer: "student_response",
  },
  span: clock,
  moment: (at) => new Date(at).toTimeString().slice(0, 8),
  answer: (_option, index) => "abcdefghijklmnopqrstuvwxyz0123456789"[index] ?? "z", // the standard has one letter for it
};

const TWO: Dialect = {
  object: "API_1484_11",
  names: { begin: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", end: "Terminate" },
  keys: {
    id: "cmi.learner_id",
    name: "cmi.learner_name",
    status: "cmi.completion_status",
    time: "cmi.session_time",
    exit: "cmi.exit",
    score: "cmi.score",
    moment: "timestamp",
    answer: "learner_response",
  },
  span: (milliseconds) => `PT${(milliseconds / 1000).toFixed(2)}S`,
  moment: (at) => `${new Date(at).toISOString().slice(0, 22)}Z`, // the zone may stand only after a fraction
  answer: (option) => option,
};

/** Hours, minutes and seconds as SCORM 1.2 writes a span of time. */
function clock(milliseconds: number): string {
  const two = (count: number): string => Math.floor(count).toString().padStart(2, "0");
  const seconds = Math.min(milliseconds / 1000, 9999 * 3600);
  return `${two(seconds / 3600).padStart(4, "0")}:${two((seconds / 60) % 60)}:${(seconds % 60).toFixed(2).padStart(5, "0").replace("60.00", "59.99")}`;
}

/** Returns the platform's object: in a window around this one, or around the one that opened it. */
function found(name: string): Api | null {
  return upwards(window, name) ?? (window.opener ? upwards(window.opener as Window, name) : null);
}

function upwards(from: Window, name: string): Api | null {
  let at = from;
  for (let depth = 0; depth < 50; depth++) {
    try {
      const api = (at as unknown as Record<string, unknown>)[name];
      if (api) return api as Api;
    } catch {
      return null; // a window of another site
    }
    if (at.parent === at) return null;
    at = at.parent;
  }
  return null;
}

export class Scorm extends Alone {
  override readonly platform: boolean;
  override readonly store: string;
  private readonly api: Api | null;
  private readonly dialect: Dialect;
  private readonly since = performance.now();
  private interactions = 0;
  private waiting = false;
  private say: (words: string) => void = () => {};
  private plays!: Plays;
  private shelf!: Shelf;

  constructor(
    version: string,
    private readonly points: boolean,
  ) {
    super();
    this.dialect = version === "2004" ? TWO : ONE;
    const api = found(this.dialect.object);
    this.api = api && this.begun(api) ? api : null;
    this.platform = this.api !== null;
    this.store = this.api ? this.get(this.dialect.keys.id) : "";
  }

  override name(): string | null {
    return this.get(this.dialect.keys.name) || null;
  }

  override get privacy(): string {
    return this.platform ? _("Your learning platform is told what you choose and how far you came. What you write stays in this browser.") : super.privacy;
  }

  override meet(plays: Plays, shelf: Shelf): void {
    this.plays = plays;
    this.shelf = shelf;
  }

  override async open(say: (words: string) => void): Promise<void> {
    this.say = say;
    if (!this.api) {
      say(_("The learning platform cannot be reached from here. You can play; save your play as a file and hand that in."));
      return;
    }
    const { keys } = this.dialect;
    this.interactions = Number(this.get("cmi.interactions._count")) || 0;
    if (!/completed|passed|failed/.test(this.get(keys.status).replace("incomplete", ""))) this.set(keys.status, "incomplete");
    this.set(keys.exit, "suspend");
    this.commit();
    addEventListener("pagehide", () => this.end());
    addEventListener("pageshow", (event) => {
      if (event.persisted) location.reload(); // the platform was told that this was the end
    });
  }

  override async resume(): Promise<string | null> {
    const kept = this.get("cmi.suspend_data");
    return kept ? taken(kept, this.shelf, this.plays, this.name()) : null;
  }

  override told(event: JournalEvent, _line: string, session: string): void {
    if (!this.api) return;
    const journal = this.plays.read(session);
    if (event.event === "chosen" && journal.choices.length > journal.copied) this.interaction(event, journal.choices.length);
    if (event.event === "finished") this.completed(event);
    const text = suspended(journal);
    if (text === null || !this.set("cmi.suspend_data", text)) this.complain();
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => this.commit()); // the next line does not wait for the platform
  }

  override left(): void {
    this.commit();
  }

  private interaction(event: Chosen, turn: number): void {
    const { keys, span, moment, answer } = this.dialect;
    const { scenario } = this.shelf.all[0]!;
    const options = scenario.nodes[event.node]?.options ?? [];
    const at = options.findIndex(({ id }) => id === event.option);
    const one = `cmi.interactions.${this.interactions++}`;
    this.set(`${one}.id`, `${turn}.${event.node}`);
    this.set(`${one}.type`, "choice");
    this.set(`${one}.${keys.moment}`, moment(event.at));
    this.set(`${one}.${keys.answer}`, answer(event.option, at));
    this.set(`${one}.result`, "neutral");
    this.set(`${one}.latency`, span(event.elapsed_ms));
  }

  private completed(event: Finished): void {
    const { keys } = this.dialect;
    this.set(keys.status, "completed");
    if (!this.points) return;
    const axes = Object.keys(this.shelf.rubric.axes);
    const scores = axes.map((axis) => event.card[axis]).filter((score) => typeof score === "number");
    if (!scores.length) return;
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    if (mean > Number(this.get(`${keys.score}.raw`) || -1)) this.score(keys.score, mean); // the best of several plays
    axes.forEach((axis, n) => {
      const score = event.card[axis];
      if (typeof score !== "number") return;
      this.set(`cmi.objectives.${n}.id`, axis);
      this.score(`cmi.objectives.${n}.score`, score);
    });
  }

  private score(key: string, value: number): void {
    if (this.dialect === TWO) this.set(`${key}.scaled`, (value / 100).toFixed(3));
    this.set(`${key}.min`, "0");
    this.set(`${key}.max`, "100");
    this.set(`${key}.raw`, value.toFixed(1));
  }

  private commit(): void {
    this.waiting = false;
    this.set(this.dialect.keys.time, this.dialect.span(performance.now() - this.since));
    if (this.api && !this.call("commit", "")) this.complain();
  }

  private end(): void {
    if (!this.api) return;
    this.commit();
    this.call("end", "");
  }

  private complain(): void {
    this.say(_("The learning platform does not keep your choices just now. They are kept on this device; save your play as a file at its end."));
  }

  private begun(api: Api): boolean {
    return String(api[this.dialect.names.begin]!("")) === "true";
  }

  private get(key: string): string {
    return this.api ? String(this.api[this.dialect.names.get]!(key) ?? "") : "";
  }

  private set(key: string, value: string): boolean {
    return this.call("set", key, value);
  }

  private call(what: "set" | "commit" | "end", ...words: string[]): boolean {
    return this.api ? String(this.api[this.dialect.names[what]]!(...words)) === "true" : false;
  }
}

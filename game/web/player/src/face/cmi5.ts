// The learning platform's host by cmi5: every line of the journal goes to the platform's record store as it is kept, and a
// play is taken up from what the store returns.
import { _, type Finished, type JournalEvent, newId } from "../core";
import { Alone } from "./host";
import type { Plays } from "./plays";
import type { Shelf } from "./shelf";
import { bytes, type Context, defined, journalsIn, type Launch, ofLine, span, type Statement } from "./statements";

const SHORTEST_MS = 1000;
const LONGEST_MS = 30_000;
const MOST_BYTES = 60_000; // of a request that outlives its page

export class Cmi5 extends Alone {
  override readonly platform: boolean;
  override readonly store: string;
  private readonly asked = new URLSearchParams(location.search);
  private readonly launch: Launch;
  private readonly launched = performance.now();
  private readonly visit = newId(); // tells this launch's beginning and end from those of others
  private readonly queue: Statement[] = [];
  private token = "";
  private normal = true; // else the player only looks
  private back = "";
  private sent = new Map<string, string[]>(); // the lines that the store has, by play
  private done = new Set<string>(); // what cmi5 wants said once
  private sending = false;
  private ready = false; // until then nothing is told: what is kept meanwhile is caught up with
  private over = false;
  private pause = SHORTEST_MS;
  private say: (words: string) => void = () => {};
  private plays!: Plays;
  private shelf!: Shelf;

  constructor(private readonly points: boolean) {
    super();
    const { asked } = this;
    this.platform = ["endpoint", "fetch", "actor", "registration", "activityId"].every((name) => asked.get(name));
    this.store = this.platform ? `${asked.get("registration")}:${asked.get("actor")}` : "";
    this.launch = {
      actor: JSON.parse(asked.get("actor") || "{}"),
      activity: asked.get("activityId") ?? "",
      registration: asked.get("registration") ?? "",
      template: {},
    };
  }

  override get privacy(): string {
    return this.platform ? _("Your learning platform is told what you choose and what you write.") : super.privacy;
  }

  override meet(plays: Plays, shelf: Shelf): void {
    this.plays = plays;
    this.shelf = shelf;
  }

  /** Opens the session with the platform, and hears what its store has of this player. */
  override async open(say: (words: string) => void): Promise<void> {
    this.say = say;
    try {
      if (!this.platform) throw new Error("not launched by a platform");
      this.token = await this.fetched();
      await this.settled();
      const known = await this.known();
      this.sent = journalsIn(known);
      for (const { verb } of known) this.done.add(verb.id.split("/").pop()!);
    } catch {
      say(_("The learning platform did not open this page, or not anew: go there and start it again. You can play here; save your play as a file and hand that in."));
      this.over = true;
      return;
    }
    this.queue.push(defined(this.launch, "initialized", this.visit));
    addEventListener("pagehide", () => this.end());
    addEventListener("pageshow", (event) => {
      if (event.persisted) location.reload(); // the platform was told that this was the end
    });
    if (this.normal) this.catchUp();
    this.ready = true;
    void this.send();
  }

  /** The newest play that the store has, or this device where it has more of it. */
  override async resume(): Promise<string | null> {
    const [newest] = [...this.sent.values()].filter((lines) => lines.length).sort((one, other) => (began(one) < began(other) ? 1 : -1));
    if (!newest) return null;
    const session = (JSON.parse(newest[0]!) as { session: string }).session;
    const here = this.plays.journal(session);
    return here.split("\n").length > newest.length + 1 ? here : newest.join("");
  }

  override told(event: JournalEvent, line: string, session: string): void {
    if (!this.ready || this.over || !this.normal) return;
    this.sent.set(session, [...(this.sent.get(session) ?? []), line]);
    this.queue.push(ofLine(this.launch, event, session, this.shelf.all[0]!.scenario));
    if (event.event === "finished") this.completed(event);
    void this.send();
  }

  /** The session ends, and the player is led back to where they came from, if the platform says where. */
  override left(): void {
    if (!this.back || this.over) return;
    void this.send().finally(() => {
      this.end();
      location.assign(this.back);
    });
  }

  private get spent(): string {
    return span(performance.now() - this.launched);
  }

  private completed(event: Finished): void {
    const { done, launch } = this;
    if (!done.has("completed")) this.queue.push(defined(launch, "completed", "", { completion: true, duration: this.spent }));
    done.add("completed");
    const axes = Object.keys(this.shelf.rubric.axes);
    const scores = axes.map((axis) => event.card[axis]).filter((score) => typeof score === "number");
    if (!this.points || done.has("passed") || !scores.length) return;
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const score = { scaled: Number((mean / 100).toFixed(3)), raw: Number(mean.toFixed(1)), min: 0, max: 100 };
    this.queue.push(defined(launch, "passed", "", { success: true, score, duration: this.spent })); // no other verb may carry a score
    done.add("passed");
  }

  /** What this device kept and the store does not have goes first. */
  private catchUp(): void {
    for (const { session } of this.plays.list.reverse()) {
      const { events } = this.plays.read(session);
      const known = this.sent.get(session)?.length ?? 0;
      for (const event of events.slice(known)) {
        this.queue.push(ofLine(this.launch, event, session, this.shelf.all[0]!.scenario));
        if (event.event === "finished") this.completed(event);
      }
    }
  }

  // ── the store ──────────────────────────────────────────────────────────────────────────────────────────────────

  private async fetched(): Promise<string> {
    const answer = await fetch(this.asked.get("fetch")!, { method: "POST" });
    const token = ((await answer.json()) as Record<string, unknown>)["auth-token"];
    if (typeof token !== "string") throw new Error("no token"); // the address works once
    return token;
  }

  /** What the platform wants in every statement, whether the play counts, and where to go afterwards. */
  private async settled(): Promise<void> {
    const agent = this.asked.get("actor")!;
    const where = { activityId: this.launch.activity, agent, registration: this.launch.registration, stateId: "LMS.LaunchData" };
    const data = await this.got("activities/state", where);
    this.launch.template = (data?.["contextTemplate"] ?? {}) as Context;
    this.normal = (data?.["launchMode"] ?? "Normal") === "Normal";
    this.back = /^https?:/.test(String(data?.["returnURL"])) ? String(data?.["returnURL"]) : "";
    await this.got("agents/profile", { agent, profileId: "cmi5LearnerPreferences" }); // to be asked for; the page has its own
  }

  private async known(): Promise<Statement[]> {
    const found: Statement[] = [];
    let page = await this.got("statements", { registration: this.launch.registration, ascending: "true" });
    for (;;) {
      found.push(...((page?.["statements"] ?? []) as Statement[]));
      const more = page?.["more"];
      if (typeof more !== "string" || !more) return found;
      page = await this.json(new URL(more, this.endpoint).href);
    }
  }

  private get endpoint(): string {
    return this.asked.get("endpoint")!.replace(/\/?$/, "/");
  }

  private get headers(): Record<string, string> {
    return { Authorization: `Basic ${this.token}`, "X-Experience-API-Version": "1.0.3", "Content-Type": "application/json" };
  }

  private got(what: string, asked: Record<string, string>): Promise<Record<string, unknown> | null> {
    return this.json(`${this.endpoint}${what}?${new URLSearchParams(asked).toString()}`);
  }

  /** What stands at an address; null where the store has nothing there. */
  private async json(address: string): Promise<Record<string, unknown> | null> {
    const answer = await fetch(address, { headers: this.headers });
    return answer.ok ? ((await answer.json()) as Record<string, unknown>) : null;
  }

  /** Sends some; the request outlives the page where it is small enough for that. Throws where they did not arrive. */
  private async post(some: Statement[]): Promise<void> {
    const body = JSON.stringify(some);
    const { headers } = this;
    const { status } = await fetch(`${this.endpoint}statements`, { method: "POST", headers, body, keepalive: bytes(body) <= MOST_BYTES });
    if (status === 409 && some.length > 1) for (const one of some) await this.post([one]); // one of them is there already
    else if (status >= 400 && status !== 409) throw new Error(String(status));
  }

  /** Sends what waits, in order. */
  private async send(): Promise<void> {
    if (this.sending || this.over) return;
    this.sending = true;
    while (this.queue.length && !this.over) {
      const some = this.queue.splice(0);
      try {
        await this.post(some);
        if (this.pause > SHORTEST_MS) this.say("");
        this.pause = SHORTEST_MS;
      } catch {
        this.queue.unshift(...some);
        this.say(_("The learning platform cannot be reached. Go on: your play is kept on this device and sent later."));
        setTimeout(() => void this.send(), this.pause);
        this.pause = Math.min(2 * this.pause, LONGEST_MS);
        break;
      }
    }
    this.sending = false;
  }

  /** What still waits, and that the session ends: in one request that outlives the page. What is too much for it is sent
   * when the page is started the next time. */
  private end(): void {
    if (this.over) return;
    this.over = true;
    const last = [...this.queue, defined(this.launch, "terminated", this.visit, { duration: this.spent })];
    while (last.length > 1 && bytes(JSON.stringify(last)) > MOST_BYTES) last.splice(-2, 1);
    this.post(last).catch(() => undefined);
  }
}

function began(lines: string[]): string {
  return (JSON.parse(lines[0]!) as { at: string }).at;
}

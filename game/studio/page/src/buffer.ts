// The file under the author's hands: its socket, the text, the form's edits on their way, and what the server says of it.
import type { EditorView, ViewUpdate } from "@codemirror/view";
import { applied, type Data, type Edit, type Json } from "./edits";
import { socket } from "./server";
import { Sync, type Change } from "./sync";
import { _ } from "./texts";

export interface Fix {
  title: string;
  changes: Change[];
}

export interface Problem {
  code: string;
  severity: "error" | "warning" | "info" | string;
  words: string;
  from: number;
  to: number;
  pointer: string;
  scene: string | null;
  /** A warning may be left, for a reason that stands in the file. */
  can_be_allowed: boolean;
  fixes: Fix[];
}

export interface Allowed extends Problem {
  reason: string;
}

export interface Broken {
  line: number;
  words: string;
  fixes: Fix[];
}

/** What the server read in the text at a revision. */
export interface Reading {
  revision: number;
  data: Data;
  spots: Record<string, [number, number]>;
  problems: Problem[];
  allowed: Allowed[]; // known once every play was followed
  broken: Broken | null;
  checked: boolean; // false while what following every play shows is still to come
}

export interface Saved {
  state: "saved" | "saving" | "unsaved";
  why?: string;
}

interface Pending {
  id: number;
  edits: Edit[];
  field: string;
  revision: number | null; // of the text that holds it, once the server has answered
}

type Message =
  | { type: "hello"; file: string; name: string; look: string; text: string; revision: number; saved: Saved }
  | { type: "gone"; why: string }
  | { type: "changes"; revision: number; changes: Change[]; by: string; id?: number }
  | { type: "ack"; revision: number }
  | { type: "refused"; id: number; why: string }
  | ({ type: "view" } & Reading)
  | ({ type: "saved" } & Saved)
  | { type: "outside"; name: string };

const AGAIN = 1000; // milliseconds before a lost connection is sought again

/** What the page learns from the buffer. */
export interface Heard {
  read(): void;
  saved(saved: Saved): void;
  refused(why: string, edits: Edit[]): void;
  outside(name: string): void;
  /** Whatever was to be decided is decided, here or in another tab. */
  decided(): void;
  opened(name: string): void;
  gone(why: string): void;
}

export class Buffer {
  reading: Reading | null = null;
  saved: Saved = { state: "saving" };
  /** By which key a frame may look at the file. */
  look = "";
  private onDisk: Saved = { state: "saved" }; // as the server said last
  private readonly sync: Sync;
  private socket: WebSocket | null = null;
  private pending: Pending[] = [];
  private counted = 0;
  private closed = false;

  constructor(
    readonly file: string,
    view: EditorView,
    private readonly heard: Heard,
  ) {
    this.sync = new Sync(view, (message) => this.send(message));
    this.connect();
  }

  /** The data as the form shows it: what was read, and the edits that are still on their way. */
  get data(): Data {
    const ahead = this.pending.flatMap((one) => one.edits);
    return ahead.reduce<Json>(applied, this.reading?.data ?? {}) as Data;
  }

  /** True while something is on its way to the server. */
  get busy(): boolean {
    return !this.sync.still || this.editing;
  }

  /** True while an edit of the form has no answer yet. */
  get editing(): boolean {
    return this.pending.some((one) => one.revision === null);
  }

  typed(update: ViewUpdate): void {
    this.sync.typed(update);
    if (!this.sync.still) this.sayOnItsWay();
  }

  /** Has edits of the form written into the text; they are one step to undo. `field` names the place that is typed in. */
  edit(edits: Edit[], field: string): void {
    this.pending.push({ id: ++this.counted, edits, field, revision: null });
    this.sayOnItsWay();
    this.heard.read();
    this.sendEdits();
  }

  /** Has the author's answer to an outside change done. */
  answer(type: "mine" | "theirs" | "both"): void {
    this.send({ type });
  }

  save(): void {
    this.sync.whenStill(() => this.send({ type: "save" }));
  }

  close(): void {
    this.closed = true;
    this.sync.flush();
    this.socket?.close();
  }

  private sendEdits(): void {
    const next = this.pending.find((one) => one.revision === null);
    if (!next || this.onTheWay === next.id) return;
    if (this.onTheWay !== null) return;
    this.onTheWay = next.id;
    this.sync.whenStill(() => this.send({ type: "edit", base: this.sync.base, edits: next.edits, id: next.id }));
  }

  private onTheWay: number | null = null;

  private connect(): void {
    const made = socket("/buffer", this.file);
    this.socket = made;
    made.onmessage = (event) => this.take(JSON.parse(String(event.data)) as Message);
    made.onclose = () => {
      if (this.closed) return;
      this.say({ state: "unsaved", why: _("The studio does not answer. What you type now is not saved.") });
      setTimeout(() => this.connect(), AGAIN);
    };
  }

  private send(message: object): void {
    if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  private say(saved: Saved): void {
    this.saved = saved;
    this.heard.saved(saved);
  }

  /** What cannot be saved stays so, whatever is typed, until the server says otherwise. */
  private sayOnItsWay(): void {
    if (this.saved.state !== "unsaved") this.say({ state: "saving" });
  }

  private take(message: Message): void {
    switch (message.type) {
      case "hello":
        this.onTheWay = null;
        this.pending = [];
        this.sync.begin(message.revision, message.text);
        this.say(message.saved);
        this.look = message.look;
        this.heard.opened(message.name);
        return;
      case "gone":
        this.closed = true;
        return this.heard.gone(message.why);
      case "ack":
        this.sync.acknowledged(message.revision);
        return;
      case "changes":
        return this.changed(message.revision, message.changes, message.id, message.by);
      case "refused":
        this.heard.refused(message.why, this.pending.find((one) => one.id === message.id)?.edits ?? []);
        this.pending = this.pending.filter((one) => one.id !== message.id);
        this.onTheWay = null;
        this.say(this.onDisk);
        this.heard.read();
        return this.sendEdits();
      case "view":
        this.reading = message;
        this.pending = this.pending.filter((one) => one.revision === null || one.revision > message.revision);
        this.heard.read();
        return;
      case "saved":
        this.onDisk = message;
        if (message.state === "saved") this.heard.decided();
        return this.say(message.state === "saved" && this.busy ? { state: "saving" } : message);
      case "outside":
        return this.heard.outside(message.name);
    }
  }

  private changed(revision: number, changes: Change[], id: number | undefined, by: string): void {
    const mine = this.pending.find((one) => one.id === id && one.revision === null);
    const step = by === "back" ? `back ${revision}` : ""; // whoever goes back to a version can undo that, too
    this.sync.changed(revision, changes, mine?.field ?? step);
    if (!mine) return;
    mine.revision = revision;
    this.onTheWay = null;
    if (this.reading && this.reading.revision >= revision) this.pending = this.pending.filter((one) => one !== mine);
    this.sendEdits();
  }
}

// The author's desk: which file is open, what of it is looked at, and everything that the parts of the page share.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { redo, undo } from "@codemirror/commands";
import type { ViewUpdate } from "@codemirror/view";
import { Buffer, type Allowed, type Broken, type Problem, type Saved } from "./buffer";
import type { Data, Edit, Json, Path } from "./edits";
import { goTo, makeText, showProblems, type Text } from "./editor";
import { assist } from "./assistant";
import { scene, scenes } from "./story";
import { get, putPicture, Refused } from "./server";
import { asId, type Vocabulary } from "./vocabulary";
import { text } from "./edits";

/** Pictures of the author's own, by their names, each with the faces or hours that have one of their own. */
export interface Own {
  portraits: { id: string; ways: string[] }[];
  places: { id: string; ways: string[] }[];
}

/** What of the file the form shows: a scene by its id, or one of the parts that all scenes share. */
export type Part = "about" | "people" | "bonds" | "after";
export const PARTS: readonly Part[] = ["about", "people", "bonds", "after"];

export interface At {
  scene: string;
  choices: string[];
  over: boolean;
  state: { trust: number; ease: number; voice: number };
  facts: string[];
  lost: number;
}

export class Desk {
  readonly buffer: Buffer;
  readonly text: Text;
  /** A part's name, or `scene:ID`. */
  place = "";
  mode: "form" | "text" = "form";
  side: "play" | "map" | "problems" | "figures" = "play";
  /** In a narrow window: the play is shown, and not the form. */
  playing = false;
  saved: Saved = { state: "saving" };
  name = "";
  own: Own = { portraits: [], places: [] };
  /** Grows with each own picture that is put there, so that the old one is not shown. */
  hung = 0;
  notice = "";
  /** What was asked for and refused; it can be asked for again. */
  refused: Edit[] = [];
  /** The file that was changed elsewhere too, until the author has decided; whether that is asked just now. */
  outside: string | null = null;
  deciding = false;
  at: At | null = null;
  tried = false;
  /** Grows where the form must take what stands in the file, whatever is being typed. */
  epoch = 0;
  /** Where the play is to begin; null for the beginning. */
  playFrom: string | null = null;
  /** What should have the focus once it stands there: a pointer. */
  wanted: string | null = null;
  private readonly flushers = new Set<() => void>();
  private assisted = false;
  private data_: Data = {};
  /** Whether a play follows; what it will ask for is asked for before the form is drawn anew. */
  following = false;
  private story: { revision: number; told: Promise<unknown> | null } = { revision: -1, told: null };
  private asking = false;
  private ids = 0;

  constructor(
    readonly file: string,
    readonly words: Vocabulary,
    private readonly changed: () => void,
    private readonly gone: (why: string) => void,
  ) {
    const holder = document.createElement("div");
    holder.className = "text";
    this.text = makeText(holder, (update) => this.typed(update));
    this.buffer = new Buffer(file, this.text.view, {
      read: () => this.read(),
      saved: (saved) => this.tell(() => (this.saved = saved)),
      refused: (why, edits) => this.tell(() => ((this.notice = why), (this.refused = edits), this.epoch++)),
      outside: (name) => this.tell(() => ((this.outside = name), (this.deciding = true))),
      decided: () => (this.outside = null),
      opened: (name) => {
        this.tell(() => (this.name = name));
        get<Own>("/own", { file }).then((own) => this.tell(() => (this.own = own)), () => undefined);
      },
      gone: (why) => this.gone(why),
    });
  }

  get data(): Data {
    return this.data_;
  }

  get ready(): boolean {
    return this.buffer.reading !== null;
  }

  get broken(): Broken | null {
    return this.buffer.reading?.broken ?? null;
  }

  get problems(): Problem[] {
    return this.buffer.reading?.problems ?? [];
  }

  get allowed(): Allowed[] {
    return this.buffer.reading?.allowed ?? [];
  }

  get revision(): number {
    return this.buffer.reading?.revision ?? 0;
  }

  /** The scene that is looked at; null at another part. */
  get scene(): string | null {
    return this.place.startsWith("scene:") ? this.place.slice(6) : null;
  }

  tell(act: () => void): void {
    act();
    this.changed();
  }

  private read(): void {
    this.data_ = this.buffer.data;
    this.askAhead();
    if (this.buffer.reading) showProblems(this.text.view, this.problems);
    const found = this.scene;
    if (this.ready && (this.place === "" || (found !== null && !scene(this.data_, found)))) this.place = this.first();
    this.changed();
  }

  private askAhead(): void {
    const { revision } = this;
    if (!this.following || !this.ready || this.asking || revision === this.story.revision) return;
    this.asking = true;
    const told = get<unknown>("/play-data", { file: this.file, revision: String(revision) }).finally(() => (this.asking = false));
    told.catch(() => undefined); // whoever takes it hears of it
    this.story = { revision, told };
  }

  /** Returns what the play needs of the text as it was last read: what was asked for ahead, once, or else asked for now. */
  async played<T>(): Promise<T> {
    const { revision, told } = this.story;
    this.story.told = null;
    if (told && revision === this.revision) return (await told) as T;
    return get<T>("/play-data", { file: this.file, revision: String(this.revision) });
  }

  private first(): string {
    const start = text(this.data_["start"]);
    const id = scene(this.data_, start) ? start : scenes(this.data_)[0]?.[0];
    return id ? `scene:${id}` : "about";
  }

  private typed(update: ViewUpdate): void {
    this.buffer?.typed(update);
    if (this.mode === "text" && update.selectionSet && update.view.hasFocus) this.follow(update.state.selection.main.head);
  }

  /** The form follows the cursor in the text. */
  private follow(at: number): void {
    const spots = this.buffer.reading?.spots ?? {};
    for (const [id] of scenes(this.data_)) {
      const spot = spots[`/nodes/${id}`];
      if (spot && spot[0] <= at && at <= spot[1] && this.scene !== id) this.tell(() => (this.place = `scene:${id}`));
    }
  }

  // ── going about ──────────────────────────────────────────────────────────────────────────────────────────────

  go(place: string): void {
    this.flush();
    this.tell(() => ((this.place = place), (this.playing = false)));
    if (this.mode === "text") this.showInText();
  }

  goScene(id: string): void {
    this.go(`scene:${id}`);
  }

  private showInText(): void {
    const pointer = this.scene ? `/nodes/${this.scene}` : { people: "/cast", bonds: "/ruptures", after: "/discussion" }[this.place];
    const spot = this.buffer.reading?.spots[pointer ?? ""];
    goTo(this.text.view, spot?.[0] ?? 0);
  }

  look(mode: "form" | "text"): void {
    this.flush();
    this.tell(() => (this.mode = mode));
    if (mode !== "text") return;
    if (!this.assisted) {
      this.assisted = true;
      assist(this.text, this.file).catch(() => (this.assisted = false));
    }
    this.text.view.requestMeasure();
    setTimeout(() => (this.showInText(), this.text.view.focus()));
  }

  /** Goes to where a problem stands. */
  goToProblem(problem: Problem): void {
    if (this.mode === "text" || this.broken) {
      if (this.mode !== "text") this.look("text");
      setTimeout(() => (goTo(this.text.view, problem.from), this.text.view.focus()));
      return;
    }
    this.wanted = whereToWrite(problem);
    const [, first, id] = (problem.code === "missing-questions" ? this.wanted : problem.pointer).split("/");
    const part = { nodes: `scene:${id}`, cast: "people", ruptures: "bonds", discussion: "after", reflection: "after", teaching: "after" }[first ?? ""];
    this.go(problem.scene ? `scene:${problem.scene}` : (part ?? "about"));
  }

  mend(fix: { changes: { from: number; to: number; insert: string }[] }): void {
    this.flush();
    this.text.view.dispatch({ changes: fix.changes });
  }

  /** Leaves a problem as it is, for a reason, which stands in the file above the line. */
  allow(problem: Problem, reason: string): void {
    this.flush();
    const line = this.text.view.state.doc.lineAt(problem.from);
    const indent = /^ */.exec(line.text)![0];
    const insert = `${indent}# allow ${problem.code}: ${reason.replace(/\s+/g, " ")}\n`;
    this.text.view.dispatch({ changes: { from: line.from, insert } });
  }

  /** Puts a picture of the author's own beside the file; returns in a sentence what is wrong with it, or "". */
  async hang(stem: string, picture: Blob): Promise<string> {
    try {
      const own = await putPicture<Own>(this.file, stem, picture);
      this.tell(() => ((this.own = own), this.hung++));
      return "";
    } catch (error) {
      return error instanceof Refused ? error.message : String(error);
    }
  }

  // ── edits ────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Has something changed in the file; `field` names a place that is being typed in. */
  edit(edits: Edit | Edit[], field = ""): void {
    this.notice = "";
    if (!field) this.flush();
    this.buffer.edit(Array.isArray(edits) ? edits : [edits], field || `one ${++this.ids}`);
  }

  set(path: Path, value: Json, field = ""): void {
    this.edit({ op: "set", path, value }, field);
  }

  /** Sets a value, or takes its key away where the value is empty. */
  put(path: Path, value: Json | undefined, field = ""): void {
    const empty = value === undefined || value === null || value === "" || (Array.isArray(value) && !value.length);
    this.edit(empty ? { op: "delete", path } : { op: "set", path, value: value as Json }, field);
  }

  /** Makes a scene and returns its id. */
  newScene(title: string, kind: "scene" | "ending", near: string | null): { id: string; edit: Edit } {
    const around = (near && scene(this.data_, near)) || scenes(this.data_)[0]?.[1] || {};
    const id = asId(title, scenes(this.data_).map(([name]) => name), kind);
    const set = { place: text(around["place"]) || "treatment-room", frame: text(around["frame"]) || "therapeutic" };
    const value: Data =
      kind === "ending"
        ? { ...set, ending: { kind: "mixed", title, text: "…" } }
        : { title, ...set, lines: ["…"], options: [] };
    return { id, edit: { op: "insert", path: ["nodes", id], value } };
  }

  // ── what is typed and not yet handed in ──────────────────────────────────────────────────────────────────────

  register(flush: () => void): () => void {
    this.flushers.add(flush);
    return () => void this.flushers.delete(flush);
  }

  flush(): void {
    for (const flush of [...this.flushers]) flush();
  }

  save(): void {
    this.flush();
    this.whenStill(() => this.buffer.save());
  }

  undo(): void {
    this.flush();
    this.whenStill(() => this.tell(() => (undo(this.text.view), this.epoch++)));
  }

  redo(): void {
    this.flush();
    this.whenStill(() => this.tell(() => (redo(this.text.view), this.epoch++)));
  }

  private whenStill(act: () => void): void {
    if (!this.buffer.editing) act();
    else setTimeout(() => this.whenStill(act), 20);
  }

  close(): void {
    this.flush();
    this.buffer.close();
    this.text.view.destroy();
  }
}

/** Returns the pointer of what is to be written: what is missing stands nowhere in the file yet. */
function whereToWrite({ code, words, pointer }: Problem): string {
  const [, named = ""] = /`([^`]+)`/.exec(words) ?? [];
  if (code === "missing-questions") return `/${named}`;
  if (code === "media-undescribed") return `/pictures/${named}`;
  return pointer;
}

export const DeskContext = createContext<Desk>(null as unknown as Desk);

export function useDesk(): Desk {
  return useContext(DeskContext);
}

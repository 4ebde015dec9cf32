// The editor's text and the server's, kept the same: what is typed is sent at once, or together once the last has
// arrived; what others change comes in, and each is told past the other. The server owns the text and saves it.
import { Annotation, ChangeSet, Transaction, type Text } from "@codemirror/state";
import type { EditorView, ViewUpdate } from "@codemirror/view";

/** A change as it goes over the socket: offsets in the text that it changes. */
export interface Change {
  from: number;
  to: number;
  insert: string;
}

const WAIT = 15; // milliseconds after a key: what one key does in several steps goes as one

/** Marks what came from the server; its value is the field of the form that it belongs to, or "" for none. */
export const fromServer = Annotation.define<string>();

/** Sends what is typed, takes in what comes. One change is on its way at a time. */
export class Sync {
  private revision = 0;
  private sent: ChangeSet | null = null;
  private unsent: ChangeSet | null = null;
  private timer = 0;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly view: EditorView,
    private readonly send: (message: object) => void,
  ) {}

  /** True while everything typed has come to the server. */
  get still(): boolean {
    return !this.sent && !this.unsent;
  }

  get base(): number {
    return this.revision;
  }

  /** Notes what the author typed. */
  typed(update: ViewUpdate): void {
    for (const transaction of update.transactions) {
      if (!transaction.docChanged || transaction.annotation(fromServer) !== undefined) continue;
      this.unsent = this.unsent ? this.unsent.compose(transaction.changes) : transaction.changes;
    }
    if (this.unsent && !this.timer) this.timer = window.setTimeout(() => this.flush(), WAIT);
  }

  /** Sends at once what is not sent yet. */
  flush(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    if (this.sent || !this.unsent) return;
    this.sent = this.unsent;
    this.unsent = null;
    this.send({ type: "text", base: this.revision, changes: listed(this.sent) });
  }

  /** Calls back when everything typed has come to the server. */
  whenStill(act: () => void): void {
    if (this.still) act();
    else {
      this.waiting.push(act);
      this.flush();
    }
  }

  /** The server took what was sent. */
  acknowledged(revision: number): void {
    this.revision = revision;
    this.sent = null;
    this.flush();
    if (this.still) for (const act of this.waiting.splice(0)) act();
  }

  /** Takes in what the server or somebody else changed; `field` is the form's field that asked for it. */
  changed(revision: number, changes: Change[], field = ""): void {
    this.revision = revision;
    if (!changes.length) return;
    const length = this.lengthBefore();
    let theirs = ChangeSet.of(changes, length);
    if (this.sent) [this.sent, theirs] = [this.sent.map(theirs), theirs.map(this.sent, true)];
    if (this.unsent) [this.unsent, theirs] = [this.unsent.map(theirs), theirs.map(this.unsent, true)];
    const undoable = Transaction.addToHistory.of(field !== "");
    this.view.dispatch({ changes: theirs, annotations: [fromServer.of(field), undoable] });
  }

  private lengthBefore(): number {
    return (this.sent ?? this.unsent)?.length ?? this.view.state.doc.length;
  }

  /** Takes the whole text anew: at the beginning, and where the two could not be brought together. */
  begin(revision: number, text: string): void {
    this.revision = revision;
    this.sent = this.unsent = null;
    const change = difference(this.view.state.doc, text);
    if (change) this.view.dispatch({ changes: change, annotations: [fromServer.of(""), Transaction.addToHistory.of(false)] });
    for (const act of this.waiting.splice(0)) act();
  }
}

function listed(changes: ChangeSet): Change[] {
  const found: Change[] = [];
  changes.iterChanges((from, to, _a, _b, insert) => found.push({ from, to, insert: insert.toString() }));
  return found;
}

/** Returns the one change that makes `after` of a text; null where they are the same. */
function difference(doc: Text, after: string): Change | null {
  const before = doc.toString();
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let back = 0;
  while (back < most - from && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  return { from, to: before.length - back, insert: after.slice(from, after.length - back) };
}

// Where a reader is in what there is to read: lines in stretches, one place each. Sibling: game/window/stage/reading.py.
import { words, type Session } from "../core";
import type { Line, LinesInPlace } from "../core";

/** Lines read in one place without a break; the first `known` of them are old and stand there at once. */
export interface Stretch {
  node: string;
  place: string;
  lines: Line[];
  known: number;
}

/** A line of the player's without the quotes that an option's words carry. */
export function bare(line: Line): Line {
  const quotes = line.speaker === "you" && line.text.startsWith("“") && line.text.endsWith("”");
  return quotes ? { ...line, text: line.text.slice(1, -1) } : line;
}

function said(speaker: string, text: string): Line {
  return { speaker, text, expression: "neutral", when: null };
}

/** The player's last line and the answer to it; only after a first choice. */
export function exchange(session: Session): { mine: Line; answer: LinesInPlace } {
  const { option, reply } = session.feedback();
  const mine = bare(said(option.say ? "you" : "narration", words(option)));
  return { mine, answer: reply };
}

/** What there is to read now: the answer to a choice while feedback is due, else what comes next. */
export function stretches(session: Session): Stretch[] {
  if (session.phase === "feedback") {
    const { mine, answer } = exchange(session);
    return [{ node: answer.node, place: answer.place, lines: [mine, ...answer.lines], known: 1 }];
  }
  const scenes = session.scenes().filter((scene) => scene.lines.length);
  if (!session.turns) return merged([], scenes);
  const { mine, answer } = exchange(session);
  const old = session.mode === "assess" ? [mine] : [mine, ...answer.lines];
  return merged([{ node: answer.node, place: answer.place, lines: old, known: old.length }], scenes);
}

/** Scenes in the same place run together; what is old is dropped where the place changes at once. */
function merged(old: Stretch[], scenes: LinesInPlace[]): Stretch[] {
  const found = [...old];
  for (const scene of scenes) {
    const last = found[found.length - 1];
    if (last && last.place === scene.place)
      found[found.length - 1] = { ...last, node: scene.node, lines: [...last.lines, ...scene.lines] };
    else found.push({ node: scene.node, place: scene.place, lines: scene.lines, known: 0 });
  }
  return found.filter((part, n) => part.lines.length > part.known || n === found.length - 1);
}

/** Every scene of the play but its last `unread` lines, and none of what lies behind a feedback. */
export function heard(session: Session, unread: number): LinesInPlace[] {
  let left = unread;
  if (session.phase === "feedback") left += session.scenes().reduce((sum, scene) => sum + scene.lines.length, 0);
  const found: LinesInPlace[] = [];
  for (const scene of [...session.history].reverse()) {
    const cut = Math.min(left, scene.lines.length);
    left -= cut;
    const lines = scene.lines.slice(0, scene.lines.length - cut).map(bare);
    if (lines.length) found.push({ ...scene, lines });
  }
  return found.reverse();
}

/** A reader's way through stretches, one line at a time or a stretch at a time. */
export class Reading {
  part = 0;
  line = 0;

  constructor(
    readonly parts: Stretch[],
    private readonly whole: boolean,
    allRead = false,
  ) {
    this.enter(allRead ? parts.length - 1 : 0);
    if (allRead) this.line = Math.max(0, this.now.lines.length - 1);
  }

  /** The stretch being read. */
  get now(): Stretch {
    return this.parts[this.part] ?? { node: "", place: "", lines: [], known: 0 };
  }

  /** The lines that stand there, the newest last. */
  get lines(): Line[] {
    return this.now.lines.slice(0, this.line + 1);
  }

  /** True when there is nothing after the newest line. */
  get atEnd(): boolean {
    return this.part >= this.parts.length - 1 && this.line >= this.now.lines.length - 1;
  }

  /** How many lines come after the newest one. */
  get unread(): number {
    const later = this.parts.slice(this.part + 1).reduce((sum, part) => sum + part.lines.length, 0);
    return Math.max(0, this.now.lines.length - this.line - 1) + later;
  }

  /** Goes on; true where that leads to another stretch. */
  next(): boolean {
    if (this.line + 1 < this.now.lines.length) {
      this.line = this.whole ? this.now.lines.length - 1 : this.line + 1;
      return false;
    }
    this.enter(this.part + 1);
    return true;
  }

  private enter(part: number): void {
    this.part = Math.max(0, Math.min(part, this.parts.length - 1));
    const last = Math.max(0, this.now.lines.length - 1);
    this.line = this.whole ? last : Math.min(this.now.known, last);
  }
}

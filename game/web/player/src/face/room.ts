// The room's host: each line goes to the teacher's computer as it is made, one at a time, and counts as handed in when that
// computer has it on disk. While it cannot be reached the play goes on here, and catches up later.
import { _, type JournalEvent } from "../core";
import { Alone, type Say } from "./host";
import type { Plays } from "./plays";
import type { Shelf } from "./shelf";
import type { Storage } from "./storage";

const TOKEN = "room-token"; // where the page of the way in leaves it
const SESSIONS = "room-sessions";
const SHORTEST_MS = 500;
const LONGEST_MS = 8_000;
const ANSWERED_MS = 10_000; // a laptop that sleeps closes nothing: what it does not answer tells that it is away

export class InRoom extends Alone {
  private socket: WebSocket | null = null;
  /** The plays that began in this room, and how many lines of each are on the teacher's disk. */
  private readonly kept = new Map<string, number>();
  private waiting = false;
  private pause = SHORTEST_MS;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private say: Say = () => {};
  private gone: ((count: number) => void) | null = null;
  private plays!: Plays;
  private storage!: Storage;

  override get privacy(): string {
    return _("Your teacher's computer gets what you choose and what you write, line by line. You can take it back in the settings.");
  }

  override meet(plays: Plays, _shelf: Shelf, storage: Storage): void {
    this.plays = plays;
    this.storage = storage;
  }

  /** Begins to talk with the teacher's computer. */
  override async open(say: Say): Promise<void> {
    this.say = say;
    const before = this.plays.small.get(SESSIONS);
    if (Array.isArray(before)) for (const session of before) this.kept.set(String(session), 0);
    this.connect();
  }

  override told(event: JournalEvent, _line: string, session: string): void {
    if (event.event === "begun") {
      this.kept.set(session, 0);
      void this.storage.set(SESSIONS, [...this.kept.keys()]);
    }
    this.send();
  }

  /** Has every play of this device removed from the teacher's computer; resolves to how many there were. */
  override takeBack = (): Promise<number> =>
    new Promise((done, fail) => {
      if (this.socket?.readyState !== WebSocket.OPEN) {
        fail(new Error("closed"));
        return;
      }
      this.gone = done;
      this.kept.clear();
      void this.storage.set(SESSIONS, []);
      this.socket.send(JSON.stringify({ take_back: true }));
    });

  private connect(): void {
    const socket = new WebSocket(`ws://${location.host}/phone`);
    this.socket = socket;
    this.expect(socket);
    socket.onopen = () => socket.send(JSON.stringify({ token: token() }));
    socket.onmessage = (message) => {
      clearTimeout(this.patience);
      this.heard(JSON.parse(String(message.data)));
    };
    socket.onclose = (closed) => {
      if (closed.code === 4401) {
        this.socket = null;
        clearTimeout(this.patience);
        this.say(_("The class does not know this device. Open the address on the screen again and type the code."));
      } else this.lost(socket);
    };
  }

  /** Takes the line for lost, if no answer comes. */
  private expect(socket: WebSocket): void {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.lost(socket), ANSWERED_MS);
  }

  /** Says that the teacher's computer is away, and tries again later. */
  private lost(socket: WebSocket): void {
    if (this.socket !== socket) return;
    this.socket = null;
    this.waiting = false;
    clearTimeout(this.patience);
    socket.onmessage = null;
    socket.close();
    this.say(_("Your teacher's computer cannot be reached. Go on: your play is kept here and handed in later."));
    setTimeout(() => this.connect(), this.pause);
    this.pause = Math.min(2 * this.pause, LONGEST_MS);
  }

  private heard(said: Record<string, unknown>): void {
    const session = String(said["session"] ?? "");
    if (said["have"]) {
      for (const [known, count] of Object.entries(said["have"] as Record<string, number>)) this.kept.set(known, count);
      this.pause = SHORTEST_MS;
      this.say("");
    } else if (typeof said["kept"] === "number") {
      this.waiting = false;
      if (this.kept.has(session)) this.kept.set(session, said["kept"]);
    } else if (said["refused"]) {
      this.waiting = false;
      this.kept.delete(session); // it stays on this device, and can be handed in as a file
      this.say(_("A play could not be handed in. Save it as a file at its end and give that to your teacher."));
    } else if (said["failed"]) {
      this.say(_("Your teacher's computer cannot keep more just now. Your play is kept here and handed in later."));
      setTimeout(() => {
        this.waiting = false;
        this.send();
      }, LONGEST_MS);
    } else if (typeof said["taken_back"] === "number") {
      this.gone?.(said["taken_back"]);
      this.gone = null;
    }
    if (said["stage"] === "closing") this.say(_("Two more minutes, then you talk together. What you chose is kept."));
    if (said["stage"] === "together") {
      const way = { words: _("Go there"), address: "/together.html" };
      this.say(_("Your class decides together now. What you chose is kept."), way);
    }
    if (said["stage"] === "closed") this.say(_("Your teacher stops here. What you chose is kept, and you may go on later."));
    this.send();
  }

  /** Sends the next line that the teacher's computer does not have, if none is under way. */
  private send(): void {
    if (this.waiting || this.socket?.readyState !== WebSocket.OPEN) return;
    for (const [session, n] of this.kept) {
      const line = this.plays.journal(session).split("\n")[n];
      if (!line) continue;
      this.waiting = true;
      this.expect(this.socket);
      this.socket.send(JSON.stringify({ session, n, line: `${line}\n` }));
      return;
    }
  }
}

function token(): string {
  try {
    return localStorage.getItem(TOKEN) ?? "";
  } catch {
    return "";
  }
}

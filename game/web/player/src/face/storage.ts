// Where plays are kept on this device: IndexedDB, each line on disk before the next one shows. Where that cannot be, plays
// live in memory, and `trouble` says so. Two tabs cannot write one play: a line's key is [session, n], and `add` refuses
// the second.

const NAME = "equal-footing";
const VERSION = 1;
const LINES = "lines";
const SMALL = "small"; // settings, the name, the device mark

/** Why something could not be kept; each has a sentence in `troubles.ts`. */
export type Trouble = "memory" | "newer" | "elsewhere" | "full" | "failed" | "erased";

/** Raised when lines could not be kept. */
export class NotKept extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

interface Row {
  session: string;
  n: number;
  line: string;
}

/** What a place that keeps plays can do. Lines are whole JSON lines, the line feed included. */
export interface Storage {
  /** Why nothing lasts here, or null where it does. */
  readonly trouble: Trouble | null;
  /** Keeps these lines, all or none. Raises NotKept. */
  add(session: string, lines: { n: number; line: string }[]): Promise<void>;
  /** Returns every play's lines, by session. */
  plays(): Promise<Map<string, string[]>>;
  /** Forgets one play, or everything. */
  erase(session?: string): Promise<void>;
  /** Returns a small thing kept under a name. */
  get(name: string): Promise<unknown>;
  /** Keeps a small thing; where that fails it holds for this visit. */
  set(name: string, value: unknown): Promise<void>;
}

/** Keeps plays as long as the page is open. */
export class Memory implements Storage {
  private readonly rows = new Map<string, string[]>();
  private readonly small = new Map<string, unknown>();

  constructor(readonly trouble: Trouble | null = "memory") {}

  async add(session: string, lines: { n: number; line: string }[]): Promise<void> {
    const kept = this.rows.get(session) ?? [];
    for (const { n, line } of lines) kept[n] = line;
    this.rows.set(session, kept);
  }

  async plays(): Promise<Map<string, string[]>> {
    return new Map(this.rows);
  }

  async erase(session?: string): Promise<void> {
    if (session === undefined) {
      this.rows.clear();
      this.small.clear();
    } else this.rows.delete(session);
  }

  async get(name: string): Promise<unknown> {
    return this.small.get(name);
  }

  async set(name: string, value: unknown): Promise<void> {
    this.small.set(name, value);
  }
}

class Kept implements Storage {
  readonly trouble = null;
  private readonly small = new Map<string, unknown>();

  constructor(private readonly base: IDBDatabase) {}

  add(session: string, lines: { n: number; line: string }[]): Promise<void> {
    return this.change(LINES, (store) => {
      for (const { n, line } of lines) store.add({ session, n, line } satisfies Row);
    });
  }

  async plays(): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const row of (await this.ask(LINES, (store) => store.getAll())) as Row[]) {
      const lines = found.get(row.session) ?? [];
      lines.push(row.line);
      found.set(row.session, lines);
    }
    return found;
  }

  async erase(session?: string): Promise<void> {
    if (session !== undefined) {
      await this.change(LINES, (store) => store.delete(IDBKeyRange.bound([session, 0], [session, Infinity])));
      return;
    }
    await this.change(LINES, (store) => store.clear());
    await this.change(SMALL, (store) => store.clear());
    this.small.clear();
  }

  async get(name: string): Promise<unknown> {
    return this.small.has(name) ? this.small.get(name) : this.ask(SMALL, (store) => store.get(name));
  }

  async set(name: string, value: unknown): Promise<void> {
    try {
      await this.change(SMALL, (store) => store.put(value, name));
    } catch {
      this.small.set(name, value);
    }
  }

  private ask(name: string, question: (store: IDBObjectStore) => IDBRequest): Promise<unknown> {
    return new Promise((answer, fail) => {
      try {
        const asked = question(this.base.transaction(name).objectStore(name));
        asked.onsuccess = () => answer(asked.result);
        asked.onerror = () => fail(new NotKept("failed"));
      } catch {
        fail(new NotKept("failed"));
      }
    });
  }

  private change(name: string, act: (store: IDBObjectStore) => void): Promise<void> {
    return new Promise((done, fail) => {
      try {
        const work = this.base.transaction(name, "readwrite", { durability: "strict" });
        work.oncomplete = () => done();
        work.onabort = () => fail(new NotKept(troubleOf(work.error)));
        act(work.objectStore(name));
      } catch {
        fail(new NotKept("failed"));
      }
    });
  }
}

function troubleOf(error: DOMException | null): Trouble {
  if (error?.name === "ConstraintError") return "elsewhere";
  return error?.name === "QuotaExceededError" ? "full" : "failed";
}

/** Opens what is kept on this device, of one player where a platform says who plays; where it cannot be opened, plays live
 * in memory. Never raises, never waits long. */
export function openStorage(whose = ""): Promise<Storage> {
  return new Promise((done) => {
    const settle = (storage: Storage): void => {
      clearTimeout(late);
      done(storage);
    };
    const late = setTimeout(() => settle(new Memory()), 3000);
    try {
      const asked = indexedDB.open(whose ? `${NAME}:${whose}` : NAME, VERSION);
      asked.onupgradeneeded = () => {
        if (!asked.result.objectStoreNames.contains(LINES))
          asked.result.createObjectStore(LINES, { keyPath: ["session", "n"] });
        if (!asked.result.objectStoreNames.contains(SMALL)) asked.result.createObjectStore(SMALL);
      };
      asked.onsuccess = () => {
        asked.result.onversionchange = () => asked.result.close();
        settle(new Kept(asked.result));
      };
      asked.onerror = (event) => {
        event.preventDefault(); // the page tells it; the console need not
        settle(new Memory(asked.error?.name === "VersionError" ? "newer" : "memory"));
      };
    } catch {
      settle(new Memory());
    }
  });
}

// Where plays are kept on this device: IndexedDB (`base.ts` opens it), each line on disk before the next one shows. Where
// that cannot be, plays live in memory, and `trouble` says so. Two tabs cannot write one play: a line's key is
// [session, n], and `add` refuses the second.

import { LINES, SMALL, type Base, type Row } from "./base";

/** Why something could not be kept; each has a sentence in `troubles.ts`. */
export type Trouble = "memory" | "newer" | "elsewhere" | "full" | "failed" | "erased";

/** Raised when lines could not be kept. */
export class NotKept extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

/** What a place that keeps plays can do. Lines are whole JSON lines, the line feed included. */
export interface Storage {
  /** Why nothing lasts here, or null where it does. */
  readonly trouble: Trouble | null;
  /** Keeps these lines, all or none. Raises NotKept. */
  add(session: string, lines: { n: number; line: string }[]): Promise<void>;
  /** Forgets one play, or everything. */
  erase(session?: string): Promise<void>;
  /** Keeps a small thing under a name, where that can be. */
  set(name: string, value: unknown): Promise<void>;
}

/** Keeps nothing: what is played lasts as long as the page is open, in `Plays`. */
export class Memory implements Storage {
  constructor(readonly trouble: Trouble | null = "memory") {}

  async add(): Promise<void> {}

  async erase(): Promise<void> {}

  async set(): Promise<void> {}
}

class Kept implements Storage {
  readonly trouble = null;

  constructor(private readonly base: IDBDatabase) {}

  add(session: string, lines: { n: number; line: string }[]): Promise<void> {
    return this.change(LINES, (store) => {
      for (const { n, line } of lines) store.add({ session, n, line } satisfies Row);
    });
  }

  async erase(session?: string): Promise<void> {
    if (session !== undefined) {
      await this.change(LINES, (store) => store.delete(IDBKeyRange.bound([session, 0], [session, Infinity])));
      return;
    }
    await this.change(LINES, (store) => store.clear());
    await this.change(SMALL, (store) => store.clear());
  }

  set(name: string, value: unknown): Promise<void> {
    return this.change(SMALL, (store) => store.put(value, name)).catch(() => undefined);
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

/** Returns where plays are kept, in this database or, where there is none, in memory. */
export function storageIn(base: Base): Storage {
  return typeof base === "string" ? new Memory(base) : new Kept(base);
}

// The database that plays are kept in. A page's first script opens and reads it, so that this is done when the player
// has come.

const NAME = "equal-footing";
const VERSION = 1;
const LONGEST = 8000; // milliseconds; a busy machine has taken four seconds, and some browsers never answer
export const LINES = "lines";
export const SMALL = "small"; // settings, the name, the device mark

/** A database, or why there is none: nothing can be kept here, or a newer page has kept otherwise. */
export type Base = IDBDatabase | "memory" | "newer";

function openBase(whose: string): Promise<Base> {
  return new Promise((done) => {
    setTimeout(() => done("memory"), LONGEST);
    try {
      const asked = indexedDB.open(whose ? `${NAME}:${whose}` : NAME, VERSION);
      asked.onupgradeneeded = () => {
        const { result } = asked;
        if (!result.objectStoreNames.contains(LINES)) result.createObjectStore(LINES, { keyPath: ["session", "n"] });
        if (!result.objectStoreNames.contains(SMALL)) result.createObjectStore(SMALL);
      };
      asked.onsuccess = () => {
        asked.result.onversionchange = () => asked.result.close();
        done(asked.result);
      };
      asked.onerror = (event) => {
        event.preventDefault(); // the page tells it; the console need not
        done(asked.error?.name === "VersionError" ? "newer" : "memory");
      };
    } catch {
      done("memory");
    }
  });
}

/** All that is kept on a device: every play's lines by session, and the small things by name. */
export interface All {
  plays: Map<string, string[]>;
  small: Map<string, unknown>;
}

/** A line of a play, as it is kept. */
export interface Row {
  session: string;
  n: number;
  line: string;
}

/** A database, and what was in it when it was opened. */
export type Early = Promise<[Base, All]>;

/** Opens what is kept on this device, of one player where a platform says who plays, and reads it: nothing where it cannot
 * be read. Never rejects, never waits long. */
export async function openEarly(whose = ""): Early {
  const base = await openBase(whose);
  const all: All = { plays: new Map(), small: new Map() };
  if (typeof base !== "string") await readInto(all, base);
  return [base, all];
}

/** Reads both stores in one transaction. */
function readInto(all: All, base: IDBDatabase): Promise<void> {
  return new Promise((done) => {
    try {
      const work = base.transaction([LINES, SMALL]);
      const rows = work.objectStore(LINES).getAll() as IDBRequest<Row[]>;
      const names = work.objectStore(SMALL).getAllKeys();
      const values = work.objectStore(SMALL).getAll() as IDBRequest<unknown[]>;
      work.onabort = () => done();
      work.oncomplete = () => {
        for (const { session, line } of rows.result) {
          const lines = all.plays.get(session);
          if (lines) lines.push(line);
          else all.plays.set(session, [line]);
        }
        names.result.forEach((name, n) => all.small.set(String(name), values.result[n]));
        done();
      };
    } catch {
      done();
    }
  });
}

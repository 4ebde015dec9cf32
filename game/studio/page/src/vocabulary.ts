// What there is to pick from, in the author's words: moves, places, people, expressions, frames and the rest.

export interface Named {
  id: string;
  title: string;
}

export interface Move {
  id: string;
  name: string;
  meaning: string;
  did: string;
  person_effect: string | null;
  good: boolean;
  only_looks_like: string | null;
  raises: string[];
  lowers: string[];
  gate: boolean;
  limit?: string | null; // the hard limit in words
  also: string; // plain words by which it is looked for, too
}

export interface Vocabulary {
  moves: Move[];
  places: (Named & { hours: string[] })[];
  hours: Named[];
  portraits: Named[];
  expressions: Named[];
  frames: Named[];
  capacities: Named[];
  lying: Named[];
  concepts: { id: number; title: string }[];
  endings: Named[];
  ruptures: Named[];
  roles: Named[];
  states: (Named & { meaning: string })[];
}

/** Returns the title of what has this id; the id as words where there is none. */
export function titled(rows: Named[], id: string): string {
  return rows.find((row) => row.id === id)?.title ?? asWords(id);
}

/** Returns an id as words. */
export function asWords(id: string): string {
  return id.replace(/[-_]+/g, " ").trim();
}

/** Returns words as an id that is not taken. */
export function asId(words: string, taken: Iterable<string>, fallback: string): string {
  const plain = words.normalize("NFKD").replace(/[^\w\s-]/g, "").toLowerCase();
  const stem = plain.trim().split(/[\s_-]+/).filter(Boolean).slice(0, 5).join("-").slice(0, 40) || fallback;
  const known = new Set(taken);
  if (!known.has(stem)) return stem;
  for (let n = 2; ; n++) if (!known.has(`${stem}-${n}`)) return `${stem}-${n}`;
}

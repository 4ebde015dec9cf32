// What the form asks of a scenario's data: its scenes and their titles, the ways between them, facts, and who leads where.
import { isData, list, mapping, read, text, type Data, type Json } from "./edits";
import { _ } from "./texts";
import { asWords } from "./vocabulary";

export interface Way {
  from: string;
  to: string;
  conditional: boolean;
  options: string[]; // the words of the options that lead there; none where the scene goes on by itself
}

/** Returns the scenes in the order of the file. */
export function scenes(data: Data): [string, Data][] {
  return Object.entries(mapping(data["nodes"])).map(([id, scene]) => [id, mapping(scene)]);
}

export function scene(data: Data, id: string): Data | undefined {
  const found = read(data, ["nodes", id]);
  return isData(found) ? found : undefined;
}

/** Returns what a person calls a scene. */
export function titleOf(data: Data, id: string): string {
  const found = scene(data, id);
  const own = text(found?.["title"]) || text(read(found, ["ending", "title"]));
  if (own) return own;
  const words = asWords(id);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

export function isEnding(found: Data | undefined): boolean {
  return isData(found?.["ending"]);
}

/** Returns where a goto leads, each with whether it depends on something. */
export function targets(goto: Json | undefined): { to: string; when: Json | undefined }[] {
  if (typeof goto === "string") return goto ? [{ to: goto, when: undefined }] : [];
  return list(goto).filter(isData).map((way) => ({ to: text(way["to"]), when: way["when"] }));
}

/** Returns every way from scene to scene, those of several options as one. */
export function ways(data: Data): Way[] {
  const found = new Map<string, Way>();
  const note = (from: string, goto: Json | undefined, words: string | null, only: boolean): void => {
    for (const { to, when } of targets(goto)) {
      const key = `${from}\n${to}`;
      const way = found.get(key) ?? { from, to, conditional: true, options: [] };
      way.conditional &&= when !== undefined || only;
      if (words !== null) way.options.push(words);
      found.set(key, way);
    }
  };
  for (const [id, one] of scenes(data)) {
    note(id, one["goto"], null, false);
    for (const option of list(one["options"]).filter(isData))
      note(id, option["goto"], text(option["say"]) || text(option["do"]), option["when"] !== undefined);
    for (const key of ["mended", "unmended"]) {
      const other = text(read(one, ["ending", key]));
      if (other) note(id, other, null, true);
    }
  }
  return [...found.values()].filter((way) => way.to);
}

/** Returns the facts that options leave behind. */
export function facts(data: Data): string[] {
  const found = new Set<string>();
  for (const [, one] of scenes(data)) {
    for (const option of list(one["options"]).filter(isData)) {
      for (const fact of list(option["sets"])) found.add(text(fact));
      if (option["opens"]) found.add(text(option["opens"]));
      if (option["repairs"]) found.add(`${text(option["repairs"])}-repaired`);
    }
  }
  for (const rupture of Object.keys(mapping(data["ruptures"]))) found.add(rupture).add(`${rupture}-repaired`);
  found.delete("");
  return [...found].sort();
}

/** Returns what a person calls a fact: the break in the bond that was mended, or its own words. */
export function factWords(data: Data, fact: string): string {
  const broken = fact.replace(/-repaired$/, "");
  return broken !== fact && mapping(data["ruptures"])[broken] !== undefined ? _("{name}, mended", { name: asWords(broken) }) : asWords(fact);
}

/** Returns the options that break a bond or mend it, in their words. */
export function bondWords(data: Data, bond: string): string[] {
  const all = scenes(data).flatMap(([, one]) => list(one["options"]).filter(isData));
  return all.filter((option) => option["opens"] === bond || option["repairs"] === bond).map((option) => text(option["say"]) || text(option["do"]));
}

/** Returns the ids of all options. */
export function optionIds(data: Data): string[] {
  return scenes(data).flatMap(([, one]) => list(one["options"]).filter(isData).map((option) => text(option["id"])));
}

/** Returns the words of the option with this id; empty where there is none. */
export function optionWords(data: Data, id: string): string {
  for (const [, one] of scenes(data))
    for (const option of list(one["options"]).filter(isData)) if (option["id"] === id) return text(option["say"]) || text(option["do"]);
  return "";
}

/** Returns what one calls the people, `you` and the narration not among them. */
export function people(data: Data): [string, string][] {
  return Object.entries(mapping(data["cast"])).map(([id, person]) => [id, text(mapping(person)["name"]) || asWords(id)]);
}

/** Returns in how many places a fact is asked for. */
export function askedFor(data: Data, fact: string): number {
  let count = 0;
  const look = (value: Json | undefined): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (isData(value))
      for (const [key, inner] of Object.entries(value)) {
        if ((key === "has" || key === "not") && list(inner).includes(fact)) count++;
        else look(inner);
      }
  };
  look(data["nodes"]);
  return count;
}

// A form's edits: what is asked of the server, which writes them into the text, and what they make of the data at once,
// so that the form need not wait for the answer.

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Data = { [key: string]: Json };
export type Key = string | number;
export type Path = readonly Key[];

export type Edit =
  | { op: "set"; path: Path; value: Json }
  | { op: "insert"; path: Path; value: Json; before?: string }
  | { op: "delete"; path: Path }
  | { op: "move"; path: Path; to: number }
  | { op: "rename_scene" | "rename_fact" | "rename_person"; from: string; to: string }
  | { op: "delete_scene"; scene: string; goto: string | null };

/** Returns the data after an edit; what only the server can work out (renames) is left as it is. */
export function applied(data: Json, edit: Edit): Json {
  switch (edit.op) {
    case "set":
      return at(data, edit.path, () => edit.value);
    case "insert":
      return inserted(data, edit);
    case "delete":
      return within(data, edit.path, (holder, key) => {
        if (Array.isArray(holder)) return holder.filter((_one, n) => n !== key);
        const { [String(key)]: _gone, ...rest } = holder as Data;
        return rest;
      });
    case "move":
      return within(data, edit.path, (holder, key) => {
        const list = [...(holder as Json[])];
        const [taken] = list.splice(Number(key), 1);
        list.splice(edit.to, 0, taken as Json);
        return list;
      });
    case "delete_scene":
      return within(data, ["nodes", edit.scene], (holder) => {
        const { [edit.scene]: _gone, ...rest } = holder as Data;
        return rest;
      });
    default:
      return data;
  }
}

function inserted(data: Json, edit: Extract<Edit, { op: "insert" }>): Json {
  return within(data, edit.path, (holder, key) => {
    if (typeof key === "number") {
      const list = Array.isArray(holder) ? [...holder] : [];
      list.splice(key, 0, edit.value);
      return list;
    }
    const rows = Object.entries((holder ?? {}) as Data);
    const before = edit.before === undefined ? -1 : rows.findIndex(([name]) => name === edit.before);
    rows.splice(before < 0 ? rows.length : before, 0, [key, edit.value]);
    return Object.fromEntries(rows);
  });
}

/** Returns the data with what holds the path's end changed. */
function within(data: Json, path: Path, change: (holder: Json, key: Key) => Json): Json {
  return at(data, path.slice(0, -1), (holder) => change(holder, path[path.length - 1]!));
}

/** Returns the data with the value at a path changed; what is missing on the way is made. */
function at(data: Json, path: Path, change: (value: Json) => Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return change(data);
  if (typeof key === "number") {
    const list = Array.isArray(data) ? [...data] : [];
    list[key] = at(list[key] ?? null, rest, change);
    return list;
  }
  const holder = isData(data) ? data : {};
  return { ...holder, [key]: at(holder[key] ?? null, rest, change) };
}

/** True for a mapping. */
export function isData(value: Json | undefined): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns a mapping, an empty one where there is none. */
export function mapping(value: Json | undefined): Data {
  return isData(value) ? value : {};
}

/** Returns a list, an empty one where there is none; a single value counts as a list of one. */
export function list(value: Json | undefined): Json[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined || value === "" ? [] : [value];
}

/** Returns a text; empty where there is none. */
export function text(value: Json | undefined): string {
  return value === null || value === undefined || typeof value === "object" ? "" : String(value);
}

/** Returns the value at a path. */
export function read(data: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isData(value) ? value[String(key)] : undefined;
  }, data);
}

// Where the boxes of the map stand: in layers from the beginning down, each near those that lead to it.
import { text, type Data } from "./edits";
import { scenes, ways, type Way } from "./story";

export const WIDE = 190;
export const HIGH = 74;
const GAP_X = 26;
const GAP_Y = 62;

export interface Box {
  id: string;
  x: number; // of its middle
  y: number;
}

export interface Drawing {
  boxes: Box[];
  arrows: Way[];
  width: number;
  height: number;
}

/** Lays out these scenes; all, or those around one. */
export function laidOut(data: Data, around: string | null): Drawing {
  const all = ways(data).filter((way) => way.from !== way.to);
  const near = (id: string): boolean => around === null || id === around || all.some((way) => (way.from === around && way.to === id) || (way.to === around && way.from === id));
  const ids = scenes(data).map(([id]) => id).filter(near);
  const known = new Set(ids);
  const between = all.filter((way) => known.has(way.from) && known.has(way.to));
  const arrows = around === null ? between : between.filter((way) => way.from === around || way.to === around);
  const rows = ordered(layers(ids, arrows, around ?? text(data["start"])), arrows);
  const most = Math.max(1, ...rows.map((row) => row.length));
  const width = most * (WIDE + GAP_X) + GAP_X;
  const boxes = rows.flatMap((row, depth) =>
    row.map((id, n) => ({ id, x: width / 2 + (n - (row.length - 1) / 2) * (WIDE + GAP_X), y: 30 + HIGH / 2 + depth * (HIGH + GAP_Y) })),
  );
  return { boxes, arrows, width, height: rows.length * (HIGH + GAP_Y) };
}

/** Returns the scenes in layers: each below all that lead to it, loops aside. */
function layers(ids: string[], arrows: Way[], first: string): string[][] {
  const after = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { from, to } of arrows) after.get(from)?.push(to);
  const back = new Set<string>();
  const state = new Map<string, "open" | "done">();
  const walk = (id: string): void => {
    state.set(id, "open");
    for (const to of after.get(id) ?? []) {
      if (state.get(to) === "open") back.add(`${id}\n${to}`);
      else if (!state.has(to)) walk(to);
    }
    state.set(id, "done");
  };
  for (const id of [first, ...ids]) if (after.has(id) && !state.has(id)) walk(id);
  const depth = new Map(ids.map((id) => [id, 0]));
  for (let round = 0; round < ids.length; round++) {
    let moved = false;
    for (const { from, to } of arrows) {
      if (back.has(`${from}\n${to}`)) continue;
      const below = depth.get(from)! + 1;
      if (depth.get(to)! < below) {
        depth.set(to, below);
        moved = true;
      }
    }
    if (!moved) break;
  }
  const rows: string[][] = [];
  for (const id of ids) (rows[depth.get(id)!] ??= []).push(id);
  return Array.from(rows, (row) => row ?? []).filter((row) => row.length);
}

/** Puts each box of a layer near the middle of those that lead to it. */
function ordered(rows: string[][], arrows: Way[]): string[][] {
  const at = new Map<string, number>();
  return rows.map((row) => {
    const middle = (id: string, n: number): number => {
      const above = arrows.filter((way) => way.to === id && at.has(way.from)).map((way) => at.get(way.from)!);
      return above.length ? above.reduce((sum, one) => sum + one, 0) / above.length : n - (row.length - 1) / 2;
    };
    const sorted = row.map((id, n) => ({ id, to: middle(id, n) })).sort((one, other) => one.to - other.to);
    sorted.forEach(({ id }, n) => at.set(id, n - (sorted.length - 1) / 2));
    return sorted.map(({ id }) => id);
  });
}

/** Returns the way of an arrow from box to box as a path, and its middle. */
export function route(from: Box, to: Box): { path: string; middle: [number, number] } {
  if (to.y > from.y) {
    const [y1, y2] = [from.y + HIGH / 2, to.y - HIGH / 2 - 6];
    const half = (y1 + y2) / 2;
    const far = Math.abs(to.y - from.y) > HIGH + GAP_Y + 1 && Math.abs(to.x - from.x) < WIDE / 2;
    const bend = far ? WIDE / 2 + 18 : 0; // past the boxes between
    const path = `M${from.x + bend / 2} ${y1}C${from.x + bend * 1.6} ${half} ${to.x + bend * 1.6} ${half} ${to.x + bend / 2} ${y2}`;
    return { path, middle: [(from.x + to.x) / 2 + bend * 1.3, half] };
  }
  const side = from.x + WIDE / 2;
  const out = Math.max(side, to.x + WIDE / 2) + 26;
  return { path: `M${side} ${from.y}C${out} ${from.y} ${out} ${to.y} ${to.x + WIDE / 2 + 6} ${to.y}`, middle: [out - 6, (from.y + to.y) / 2] };
}

// Small signs, drawn in the colour of the words beside them; they never tell anything alone.
import { s } from "./dom";

const WAYS: Record<string, string> = {
  forward: "M9 5l7 7-7 7",
  back: "M15 5l-7 7 7 7",
  history: "M5 6h14M5 12h14M5 18h9",
  settings: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
  menu: "M4 7h16M4 12h16M4 17h16",
  leave: "M10 4H5v16h5M11 12h9M16 8l4 4-4 4",
  save: "M12 4v11M7 11l5 5 5-5M5 20h14",
  share: "M12 15V4M8 7.5L12 3.5l4 4M6 11H5v9h14v-9h-1",
  person: "M12 12a4 4 0 100-8 4 4 0 000 8zM4.5 20.5c1-4 4-6 7.500-6s6.500 2 7.500 6",
  clock: "M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5.500l3.500 2",
  note: "M6 3.500h12v17H6zM9 8h6M9 12h6M9 16h3",
  pencil: "M5 19l1-4L16.500 4.500l3 3L9 18z",
  thought: "M7 15a5 5 0 110-9 5.500 5.500 0 0110 0 4.500 4.500 0 01.500 9zM8 19.500h.01M5.500 21.500h.01",
  fork: "M6 20V4M6 14c0-5 11-2 11-9M13.500 7.500L17 4l3.500 3.500",
  warning: "M12 4L2.500 20h19zM12 10v4.500M12 17.500h.01",
  split: "M9 4l3 5-4 3 4 3-2 5M15 4h4v16h-4M9 20H5V4h4",
  mend: "M5 12h14M8 8l-4 4 4 4M16 8l4 4-4 4",
  help: "M9 9a3 3 0 114 2.800c-1 .4-1 1.200-1 2.200M12 17.500h.01M12 21a9 9 0 100-18 9 9 0 000 18z",
  again: "M5 12a7 7 0 112 5M5 19v-5h5",
  tick: "M5 13l4.500 4.500L19 7",
  lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 017 0v3",
  cross: "M6 6l12 12M18 6L6 18",
  book: "M4 5c3-1 6-1 8 1 2-2 5-2 8-1v14c-3-1-6-1-8 1-2-2-5-2-8-1zM12 6v14",
};

const TURNS = new Set(["forward", "back", "leave"]); // they point along the line of reading

/** Returns a sign of one em, unseen by screen readers. */
export function icon(name: string): SVGElement {
  return s(
    "svg",
    { viewBox: "0 0 24 24", class: TURNS.has(name) ? "icon turns" : "icon", "aria-hidden": "true", focusable: "false" },
    s("path", { d: WAYS[name] ?? "", fill: "none", stroke: "currentColor" }),
  );
}

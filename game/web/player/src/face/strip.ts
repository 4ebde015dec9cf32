// How trust, ease and voice went, turn by turn, as a drawing without words; its words stand beside it.
import { _, N_ } from "../core";
import type { ChoiceRecord, ClientState, StatePart } from "../core";
import { h, s } from "./dom";

const PARTS: [StatePart, string][] = [
  ["trust", N_("Trust")],
  ["ease", N_("Ease")],
  ["voice", N_("Voice")],
];
const HIGH = 120;
const IN = 10;

/** Returns the drawing with what its lines are called. */
export function stripOf(start: ClientState, choices: ChoiceRecord[]): HTMLElement {
  const states = [start, ...choices.map((choice) => choice.state)];
  const step = 26;
  const wide = 2 * IN + step * choices.length;
  const y = (value: number): number => HIGH - IN - (value / 10) * (HIGH - 2 * IN);
  const lines = PARTS.map(([part]) => {
    const spots = states.map((state, n): [number, number] => [IN + n * step, y(state[part])]);
    return [
      s("polyline", { class: `track ${part}`, points: spots.map((spot) => spot.join(",")).join(" ") }),
      ...spots.map(([x, top]) => (part === "ease" ? s("rect", { class: `spot ${part}`, x: x - 3, y: top - 3, width: 6, height: 6 }) : s("circle", { class: `spot ${part}`, cx: x, cy: top, r: 3 }))),
    ];
  });
  const last = states[states.length - 1]!;
  const told = PARTS.map(([part, name]) => _("{name} from {from} to {to}", { name: _(name), from: start[part], to: last[part] })).join(", ");
  return h(
    "figure",
    { class: "strip" },
    s(
      "svg",
      { viewBox: `0 0 ${wide} ${HIGH}`, class: "drawn", role: "img", "aria-label": `${told}.` },
      [0, 5, 10].map((value) => s("path", { class: "grid", d: `M${IN} ${y(value)}H${wide - IN}` })),
      lines,
    ),
    h(
      "figcaption",
      null,
      PARTS.map(([part, name]) =>
        h("span", null, s("svg", { viewBox: "0 0 30 10", class: "sample drawn", "aria-hidden": "true" }, s("path", { class: `track ${part}`, d: "M1 5H29" })), `${_(name)} ${start[part]} → ${last[part]}`),
      ),
    ),
  );
}

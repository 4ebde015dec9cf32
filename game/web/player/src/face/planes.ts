// The two planes of a debrief as drawings: the way of a play, chance and the set ways of playing; words stand beside them.
import { _ } from "../core";
import type { Plane, Point } from "../core";
import { h, s } from "./dom";

const WIDE = 320;
const HIGH = 240;
const IN = 14;
const SHAPES = ["square", "triangle", "cross", "wedge", "hexagon"];

const WAYS: Record<string, string> = {
  square: "M-5-5H5V5H-5z",
  triangle: "M0-6L6 5H-6z",
  cross: "M-2-6H2V-2H6V2H2V6H-2V2H-6V-2H-2z",
  wedge: "M-6-5H6L0 6z",
  hexagon: "M-3-5.500H3L6 0 3 5.500H-3L-6 0z",
  diamond: "M0-7L7 0 0 7-7 0z",
};

/** Returns one axis: its corners in words, the drawing, and what its marks are called. */
export function planeOf(plane: Plane): HTMLElement {
  const at = ([x, y]: Point): Point => [IN + (x / 100) * (WIDE - 2 * IN), IN + (1 - y / 100) * (HIGH - 2 * IN)];
  const way = plane.path.map(at);
  const drawing = s(
    "svg",
    { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "drawn", role: "img", "aria-label": toldPlane(plane) },
    s("rect", { class: "best", x: WIDE / 2, y: 0, width: WIDE / 2, height: HIGH / 2 }),
    s("path", { class: "grid", d: `M${WIDE / 2} 0V${HIGH}M0 ${HIGH / 2}H${WIDE}` }),
    way.length > 1 ? s("polyline", { class: "way", points: way.map((spot) => spot.map((n) => n.toFixed(1)).join(",")).join(" ") }) : null,
    way.slice(1).map(([x, y]) => s("circle", { class: "dot", cx: x, cy: y, r: 3 })),
    way[0] ? s("circle", { class: "start", cx: way[0][0], cy: way[0][1], r: 4 }) : null,
    plane.marks.map((mark, n) => shape(SHAPES[n % SHAPES.length]!, at(mark.at), "mark")),
    plane.chance ? shape("diamond", at(plane.chance), "chance") : null,
    plane.end ? s("circle", { class: "you", cx: at(plane.end)[0], cy: at(plane.end)[1], r: 8 }) : null,
  );
  const corner = (where: string, words: string): HTMLElement => h("span", { class: `corner ${where}` }, words);
  const { corners } = plane;
  return h(
    "div",
    { class: "plane" },
    h("p", { class: "axis up" }, `↑ ${plane.up}`),
    h("div", { class: "field-of-two", "aria-hidden": "true" }, corner("nw", corners.second_only), corner("ne", corners.both), drawing, corner("sw", corners.neither), corner("se", corners.first_only)),
    h("p", { class: "axis across" }, `${plane.across} →`),
    legend(plane),
  );
}

function shape(name: string, [x, y]: Point, kind: string): SVGElement {
  return s("path", { class: kind, d: WAYS[name], transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` });
}

function legend(plane: Plane): HTMLElement {
  const sign = (kind: string, name: string): SVGElement =>
    s("svg", { viewBox: "-9 -9 18 18", class: "icon drawn", "aria-hidden": "true" }, name ? s("path", { class: kind, d: WAYS[name] }) : s("circle", { class: kind, r: 7 }));
  const rows = [
    plane.end ? h("li", null, sign("you", ""), h("strong", null, _("You"))) : null,
    plane.chance ? h("li", null, sign("chance", "diamond"), _("Random choices")) : null,
    plane.marks.map((mark, n) => h("li", null, sign("mark", SHAPES[n % SHAPES.length]!), mark.label)),
  ];
  return h("ul", { class: "legend" }, rows);
}

function toldPlane(plane: Plane): string {
  if (!plane.end) return plane.title;
  const [across, up] = plane.end.map(Math.round) as [number, number];
  return _("{title}. You came to {across} for {first} and to {up} for {second}, of 100.", {
    title: plane.title,
    across,
    up,
    first: plane.across.toLowerCase(),
    second: plane.up.toLowerCase(),
  });
}

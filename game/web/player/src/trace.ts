// The figures that the debrief draws: where a play stood after each turn, as plain numbers.
// Sibling: game/window/charts/trace.py.

import { type Extent, fraction, shareOf } from "./fractions";
import { corner } from "./naming";
import { COMPONENTS, type ScoringModel } from "./scoring_model";
import type { ChoiceRecord, Scorecard } from "./types";

/** A point of a plane, 0–100 both ways; up is more. */
export type Point = [number, number];

/** One axis as a plane: its first component goes right, its second up; corner names by which are high. */
export interface Plane {
  title: string;
  across: string;
  up: string;
  corners: { both: string; first_only: string; second_only: string; neither: string };
  path: Point[];
  end: Point | null;
  chance: Point | null;
  marks: Mark[];
}

/** A way of playing on a plane; `corner` says which of the two is high there, `means` what it is. */
export interface Mark {
  label: string;
  at: Point;
  corner: string;
  means: string;
}

/** One plane for each axis of the rubric. */
export function planes(card: Scorecard, exact: ScoringModel): Plane[] {
  return Object.values(exact.rubric.axes).map((axis) => {
    const tracks = axis.components.map((name) => running(card.choices, COMPONENTS.indexOf(name), exact.extents[name]!));
    const path = card.choices.map((_choice, turn) => point(tracks[0]![turn]!, tracks[1]![turn]!));
    const at = (reading: "path" | "chance") =>
      point(...(axis.components.map((name) => card.components[name]![reading]) as [number | null, number | null]));
    const marks = Object.entries(exact.profiles).flatMap(([code, scores]): Mark[] => {
      const { name, means } = exact.rubric.archetypes[code]!;
      const at = point(scores[axis.components[0]]!, scores[axis.components[1]]!);
      return at ? [{ label: name.replace(/^The /, ""), at, corner: corner(axis, ...at), means: means ?? "" }] : [];
    });
    return {
      title: axis.name,
      across: exact.rubric.components[axis.components[0]]!.name,
      up: exact.rubric.components[axis.components[1]]!.name,
      corners: axis.quadrants,
      path: path.filter((spot) => spot !== null),
      end: at("path"),
      chance: at("chance"),
      marks,
    };
  });
}

/** The component's path reading after each turn, 0–100; null until it was at stake. */
export function running(choices: ChoiceRecord[], index: number, extent: Extent | null): (number | null)[] {
  let total = 0;
  let count = 0;
  return choices.map((record) => {
    if (record.at_stake[index]) {
      total += record.vector[index]!;
      count += 1;
    }
    const share = extent && count ? shareOf(extent, fraction(total, count)) : null;
    return share && Math.min(100, Math.max(0, Number(share.over * 100n) / Number(share.under)));
  });
}

function point(x: number | null, y: number | null): Point | null {
  return x === null || y === null ? null : [x, y];
}

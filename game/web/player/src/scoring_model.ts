// A scenario made ready under a rubric, with its exact figures; Python has worked them out (game/rubric/scoring_model.py).

import { Story } from "./engine";
import { type Extent, parsed } from "./fractions";
import { each } from "./texts";
import type { Estimate, PackedScenario, Rubric, Scenario, Scores, Vector, Weight } from "./types";

export const COMPONENTS = ["role_held", "relationship_acknowledged", "client_power", "clinical_responsibility"];

export class ScoringModel {
  readonly story: Story;
  readonly weights: Record<string, Weight>;
  readonly extents: Record<string, Extent | null>; // lowest and highest mean by component
  readonly chance: Scores; // what a player who picks at random can expect
  readonly profiles: Record<string, Scores>; // what the set ways of playing come to
  readonly estimate: Estimate | null; // where the figures are not exact

  constructor(
    scenario: Scenario,
    readonly rubric: Rubric,
    readonly packed: PackedScenario,
  ) {
    this.story = new Story(scenario, packed.harms);
    this.weights = packed.weights;
    this.chance = packed.chance;
    this.profiles = packed.profiles;
    this.estimate = packed.estimate ?? null;
    this.extents = each(packed.extents, (ends) => ends && { low: parsed(ends[0]), high: parsed(ends[1]) });
  }

  /** The story in other words (those of one play), held to the same limits. */
  told(scenario: Scenario): Story {
    return scenario === this.story.scenario ? this.story : new Story(scenario, this.story.harms);
  }
}

/** For each component, whether the options differ on it. */
export function atStake(vectors: Vector[]): [boolean, boolean, boolean, boolean] {
  const differs = (index: 0 | 1 | 2 | 3) => new Set(vectors.map((vector) => vector[index])).size > 1;
  return [differs(0), differs(1), differs(2), differs(3)];
}

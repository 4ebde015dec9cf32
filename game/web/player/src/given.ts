// The card that a journal keeps as its player was shown it: what is left of a play that cannot be scored anew.
// Sibling: game/play/given.py.

import type { Journal } from "./journal";
import { COMPONENTS } from "./scoring_model";
import { each } from "./texts";
import { _ } from "./words";
import type { Rubric, Scores } from "./types";

/** The scenario and the ending by their ids, and the path scores of components and axes as they were shown. */
export interface GivenCard {
  scenario: string;
  title: string;
  ending: string;
  scores: Scores;
}

/** The card that a play was given when it came to its end; null of one that never did. */
export function givenCard({ begun, finished }: Journal): GivenCard | null {
  return finished && { scenario: begun.scenario, title: begun.title, ending: finished.ending, scores: finished.card };
}

/** The card as a person reads it, and why there is no more. */
export function givenAsText(card: GivenCard, rubric: Rubric): string {
  const names: Record<string, string> = each(rubric.axes, (axis) => axis.name);
  for (const code of COMPONENTS) names[code] = rubric.components[code]!.name;
  return [
    _("SCORECARD AS IT WAS GIVEN: {title}", { title: card.title }),
    _("Ending: {ending}", { ending: card.ending }),
    _("The scenario has changed so far that this play is not scored anew. These are the scores it was given."),
    ...Object.entries(card.scores).map(([code, score]) => `  ${names[code] ?? code}: ${shownScore(score)}`),
  ].join("\n");
}

/** A score in whole points, as a card shows it. */
export function shownScore(value: number | null): string {
  return value === null ? _("no score") : roundedToEven(value).toString();
}

/** To the nearest whole number, and between two to the even one, as Python's `:.0f` does. */
function roundedToEven(value: number): number {
  const down = Math.floor(value);
  return value - down === 0.5 ? down + (down % 2) : Math.round(value);
}

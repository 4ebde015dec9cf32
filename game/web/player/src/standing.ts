// How a play came out on an axis, in plain words: what its name means, and which of the two was high and which low.
// Sibling: game/play/standing.py.

import { inQuotes } from "./model";
import { HIGH, leanName } from "./naming";
import type { Rubric, Scorecard } from "./types";
import { _ } from "./words";

/** The sentences that tell how a play came out on an axis. */
export function cameOut(card: Scorecard, rubric: Rubric, axis: string): string {
  const { components } = rubric.axes[axis]!;
  const name = card.axes[axis]!.name;
  const [first, second] = components.map((part) => card.components[part]!.path);
  if (name === null || first == null || second == null) return _("This play gives no path score here.");
  const leaned = rubric.axis_poles[axis]!.find((pole) => name === leanName(rubric, pole)) ?? null;
  const told = [named(card, rubric, axis, name, leaned)];
  const [one, other] = components.map((part) => rubric.components[part]!.name);
  const [oneHigh, otherHigh] = [first >= HIGH, second >= HIGH];
  if (oneHigh && otherHigh) {
    told.push(_("{one} and {other} both came out high, at {high} or more of 100.", { one: one!, other: other!, high: HIGH }));
    if (card.gates.length) told.push(_("A hard limit was crossed, so it is not called {name}, however high both are.", { name: inQuotes(rubric.axes[axis]!.good) }));
    if (leaned) told.push(_("Both can be high all the same: a lean counts how often, a score how much it cost in all."));
  } else if (oneHigh || otherHigh) {
    const [better, lesser] = oneHigh ? [one!, other!] : [other!, one!];
    told.push(_("{one} came out high, at {high} or more of 100, and {other} low.", { one: better, other: lesser, high: HIGH }));
  } else told.push(_("{one} and {other} both came out low, under {high} of 100.", { one: one!, other: other!, high: HIGH }));
  return told.join(" ");
}

/** What a name means, in a sentence. */
function named(card: Scorecard, rubric: Rubric, axis: string, name: string, leaned: string | null): string {
  if (name === rubric.axes[axis]!.good) return _("This play came out {name}, and no hard limit was crossed.", { name: inQuotes(name) });
  if (leaned) {
    const { name: pole, meaning } = rubric.poles[leaned]!;
    const { chosen, offered } = card.poles[leaned]!;
    return _("You leaned to {pole} in {chosen} of the {offered} decisions that offered it: {meaning}", { pole: inQuotes(pole), chosen, offered, meaning });
  }
  const [first, second] = rubric.axis_poles[axis]!;
  const names = { one: inQuotes(rubric.poles[first]!.name), other: inQuotes(rubric.poles[second]!.name) };
  if (name === rubric.naming.both_ways) {
    const { chosen, offered } = card.poles[first]!;
    const { chosen: also, offered: met } = card.poles[second]!;
    return _("You leaned both ways: to {one} in {chosen} of {offered} decisions, to {other} in {also} of {met}.", { ...names, chosen, offered, also, met });
  }
  return _("You leaned clearly to neither side, {one} or {other}.", names);
}

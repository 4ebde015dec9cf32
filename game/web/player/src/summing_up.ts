// What a debrief opens with: what came of a play, the choices that weighed most, the hard limits that it crossed and
// what broke; then what the player wrote in words of their own. Sibling: game/play/summing_up.py.

import { closing } from "./closing";
import { inQuotes, toTry, words } from "./model";
import { COMPONENTS } from "./scoring_model";
import type { Session } from "./session";
import { weighedMost, type Improvement } from "./weighed_most";
import { _ } from "./words";
import type { Scorecard } from "./play_types";
import type { Option, Rubric, Scenario } from "./types";

/** A choice that weighed most: its turn, who said what last before it, what was chosen, something else to try, what made
 * the difference, and which score that would have raised. */
export interface WeightyChoice {
  turn: number;
  heard: string | null;
  chosen: string;
  better: string;
  why: string;
}

/** What the player typed before a choice, beside the line that they then chose. */
export interface OwnWords {
  turn: number;
  words: string;
  chosen: string;
}

/** A turn in which a hard limit was crossed: what it was and does, who said what last before it, what was chosen, and
 * something else to try. */
export interface CrossedLimit {
  turn: number;
  told: string;
  heard: string | null;
  chosen: string;
  instead: string | null;
}

/** Something that broke, when, when it was repaired, and something else to try unless that is told already. */
export interface Break {
  turn: number;
  told: string;
  repaired: number | null;
  instead: string | null;
}

/** The beginning of a debrief: `who` names the client, `heading` stands over the choices that weighed most, and `none` in
 * place of them. */
export interface SummingUp {
  who: string;
  outcome: string;
  crossed: CrossedLimit[];
  pastMending: string | null;
  heading: string;
  choices: WeightyChoice[];
  none: string | null;
  breaks: Break[];
}

/** What the debrief of a play opens with; a play that has not ended has no choices that weighed. */
export function summingUp(session: Session): SummingUp {
  const card = session.card();
  const { axes } = session.exact.rubric;
  const options = optionsOf(session);
  const weighed = new Map(weighedMost(session.exact, session.chosen).map((found) => [found.turn, found]));
  const { harms, pastMending } = closing(card, session.scenario);
  const heard = heardLast(session.scenario, card);
  const crossed = harms.map(({ turn, told }) => crossedAt(session, options, heard, turn, told, weighed.get(turn)));
  const limits = new Set(crossed.map((one) => one.turn));
  const choices = weighty(session, options, heard, [...weighed.values()].filter(({ turn }) => !limits.has(turn)));
  const good = Object.entries(axes).every(([name, axis]) => card.axes[name]!.name === axis.good);
  return {
    who: theClient(session.scenario),
    outcome: outcome(session),
    crossed,
    pastMending,
    heading: good ? _("What could have gone further still") : _("The choices that weighed most"),
    choices,
    none: card.complete && !weighed.size ? _("At no turn was a line open that would have raised your scores.") : null,
    breaks: card.ruptures.map(({ what, opened, repaired }) => {
      const { instead } = options.get(session.chosen[opened - 1]!)!;
      const told = limits.has(opened) || weighed.has(opened);
      return { turn: opened, told: what, repaired, instead: instead && !told ? toTry(instead) : null };
    }),
  };
}

/** In a sentence who the client is. */
function theClient({ cast, client }: Scenario): string {
  const { name, pronouns, relation } = cast[client]!;
  return _("Your client: {name} ({pronouns}), {relation}.", { name, pronouns, relation });
}

/** What tells of a turn who said what last before its choice; whoever is not the client is told once who they are. */
function heardLast({ cast, client }: Scenario, card: Scorecard): Heard {
  const met = new Set([client]);
  return (turn) => {
    const said = card.choices[turn - 1]!.heard.filter((line) => cast[line.speaker]).pop();
    if (!said) return null;
    const { name, relation } = cast[said.speaker]!;
    const known = met.has(said.speaker);
    met.add(said.speaker);
    return `${known ? name : `${name} (${relation})`}: ${inQuotes(said.text)}`;
  };
}

function crossedAt(session: Session, options: Options, heard: Heard, turn: number, told: string, weighed?: Improvement): CrossedLimit {
  const option = options.get(session.chosen[turn - 1]!)!;
  const better = weighed ? words(options.get(weighed.better)!) : null;
  return { turn, told, heard: heard(turn), chosen: words(option), instead: option.instead ? toTry(option.instead) : better };
}

/** The choices that weighed most; what a part of a score asks is told once, and after that by its turn. */
function weighty({ exact: { rubric } }: Session, options: Options, heard: Heard, weighed: readonly Improvement[]): WeightyChoice[] {
  const told = new Map<string, number>();
  return weighed.map(({ turn, chosen, better, component, axis }) => {
    const first = told.get(component) ?? turn;
    told.set(component, first);
    const { meaning } = rubric.components[component]!;
    const raises =
      first === turn
        ? _("That would raise your score “{axis}”. This part of it asks how far this was so: “{meaning}”", { axis: rubric.axes[axis]!.name, meaning })
        : _("That would raise the same part of the score as in turn {turn}.", { turn: first });
    const [was, other] = [options.get(chosen)!, options.get(better)!];
    const why = [...difference(rubric, was, other, component), raises].join(" ");
    return { turn, heard: heard(turn), chosen: words(was), better: words(other), why };
  });
}

/** What made the difference for a component: of the choice what cost most, of the other what earns most; what both do
 * made none. */
function difference({ moves }: Rubric, chosen: Option, better: Option, component: string): string[] {
  const at = COMPONENTS.indexOf(component);
  const points = (move: string) => moves[move]!.vector[at]!;
  const most = (only: string[], sign: number) =>
    only.reduce<string | null>((best, move) => (best === null || sign * points(move) > sign * points(best) ? move : best), null);
  const cost = most(chosen.moves.filter((move) => !better.moves.includes(move)), -1);
  const earns = most(better.moves.filter((move) => !chosen.moves.includes(move)), 1);
  return [
    cost && points(cost) < 0 ? _("In your choice: {did}", { did: inQuotes(moves[cost]!.did) }) : "",
    earns && points(earns) > 0 ? _("In the one to try: {did}", { did: inQuotes(moves[earns]!.did) }) : "",
  ].filter(Boolean);
}

/** What the player put in their own words, turn by turn. */
export function typed(session: Session): OwnWords[] {
  const options = optionsOf(session);
  return [...session.worded]
    .filter(([turn, text]) => text && turn <= session.turns)
    .sort(([one], [other]) => one - other)
    .map(([turn, text]) => ({ turn, words: text, chosen: words(options.get(session.chosen[turn - 1]!)!) }));
}

/** What came of it for the other person, or how it ended where the author has no sentence for that. */
function outcome(session: Session): string {
  const { ending } = session.card();
  if (!ending) return _("This play was left before its end, so nothing can be said yet of what came of it.");
  return ending.outcome || ending.text;
}

type Options = Map<string, Option>;
type Heard = (turn: number) => string | null;

function optionsOf({ scenario }: Session): Options {
  const options = Object.values(scenario.nodes).flatMap((node) => node.options);
  return new Map(options.map((option) => [option.id, option]));
}

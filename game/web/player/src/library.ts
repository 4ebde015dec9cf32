// The library: the page's scenarios and the rubric they are scored by, told in one language, ready to play.
// Siblings: game/app/library.py, game/scenario/translate.py, game/rubric/translate.py.

import { GameError } from "./errors";
import { rubricOf, scenarioOf, withPlaces } from "./load";
import { walkBy } from "./phases";
import { ScoringModel } from "./scoring_model";
import { each, retold } from "./texts";
import { speak } from "./words";
import type { PackedScenario, PageData, Rubric, Scenario, Texts, ToldTexts } from "./types";

export class Library {
  /** Makes the page's data ready; from now on sessions walk by its table of phases. */
  constructor(
    readonly data: PageData,
    public language: string = data.language,
  ) {
    walkBy(data.phases);
    this.speak(language);
  }

  /** From now on everything is told in this language, where it is translated. */
  speak(language: string): void {
    this.language = language;
    speak(this.data.words[language]);
  }

  /** The ids of the scenarios, in the order of the page. */
  get ids(): string[] {
    return this.data.scenarios.map(({ scenario }) => scenario["id"] as string);
  }

  /** The languages that a scenario is told in, its own first. */
  languages(id: string): string[] {
    const { scenario, texts } = this.packed(id);
    return [...new Set([(scenario["language"] as string | undefined) ?? "en", ...Object.keys(texts)])];
  }

  /** A scenario in the library's language. Throws GameError where there is none of this id. */
  scenario(id: string): Scenario {
    const { scenario, texts } = this.packed(id);
    return toldIn(scenarioOf(scenario), texts[this.language]);
  }

  /** The rubric in the library's language. */
  get rubric(): Rubric {
    return rubricToldIn(rubricOf(this.data.rubric), this.data.rubric_texts[this.language]);
  }

  /** A scenario with its rubric, ready to play and to score; in other words where `scenario` is given. */
  ready(id: string, scenario: Scenario = this.scenario(id)): ScoringModel {
    return new ScoringModel(scenario, this.rubric, this.packed(id));
  }

  private packed(id: string): PackedScenario {
    const found = this.data.scenarios.find(({ scenario }) => scenario["id"] === id);
    if (!found) throw new GameError(`There is no scenario called \`${id.slice(0, 64)}\` on this page.`);
    return found;
  }
}

/** The scenario in the words of a translation; ids, fingerprint and everything that play hangs on stay. */
export function toldIn(scenario: Scenario, texts: ToldTexts | undefined): Scenario {
  if (!texts) return scenario;
  const written = scenario.written ?? scenario;
  const addresses: string[] = [];
  retold(written, (where, text) => (addresses.push(where), text));
  const told = new Map(addresses.sort().map((where, n) => [where, texts[n]]));
  return withPlaces(retold(written, (where, text) => told.get(where) ?? text));
}

/** The rubric in the words of a translation; points and fingerprint stay. */
export function rubricToldIn(rubric: Rubric, texts: Texts | undefined): Rubric {
  if (!texts) return rubric;
  const told = <Of extends object>(group: string, of: Record<string, Of>): Record<string, Of> =>
    each(of, (one, code) => words(`${group}/${code}`, one));
  const words = <Of extends object>(where: string, one: Of): Of =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => [name, texts[`${where}/${name}`] ?? value]),
    ) as Of;
  return {
    ...rubric,
    components: told("components", rubric.components),
    axes: each(told("axes", rubric.axes), (axis, code) => ({
      ...axis,
      quadrants: words(`axes/${code}/quadrants`, axis.quadrants),
    })),
    poles: told("poles", rubric.poles),
    naming: words("naming/names", rubric.naming),
    moves: told("moves", rubric.moves),
    archetypes: told("archetypes", rubric.archetypes),
  };
}

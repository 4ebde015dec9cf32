// The page's scenarios in the language chosen, each made ready once; and what whoever made the page decided.
import { _, GameError, Library, type Bare, type Mode, type PageData, type Rubric, type Scenario, type Texts, type ToldTexts, ScoringModel } from "../core";

/** The page's data with what `export page` adds to the core's. */
export interface Page extends PageData {
  mode?: Mode; // fixed for everybody; absent lets the player choose
  class_code?: string;
  credits: [string, string, string][]; // what, by whom, under which licence
  room?: boolean; // the page hands in to a class as it is played
  platform?: { kind: "scorm" | "cmi5"; version?: string; points: boolean }; // which learning platform the page is made for
  site?: string; // the address of the first page of the site that this one belongs to
  languages: string[]; // all that it can be told in; those that do not open it come later on the page
}

/** What another language adds: a block of its own on the page. */
interface Telling {
  scenarios: ToldTexts[];
  rubric: Texts;
  words: Record<string, string>;
}

/** What a scenario has beyond what is read before it is played: its scenes, and whatever another language tells anew. */
interface Scenes {
  scenario: Bare;
  texts: Record<string, ToldTexts>;
}

/** What the page's first script makes whole. */
interface First {
  unpacked(id: string): Promise<string | null>;
}

/** A scenario with everything to play it: its words at once, the rest when it is asked for first. */
export class Told {
  readonly scenario: Scenario;
  private model: ScoringModel | null = null;

  constructor(
    private readonly library: Library,
    private readonly id: string,
  ) {
    this.scenario = library.scenario(id);
  }

  get exact(): ScoringModel {
    return (this.model ??= this.library.ready(this.id, this.scenario));
  }
}

export class Shelf {
  private readonly library: Library;
  private ready = new Map<string, Told>();
  /** Resolves once every scene is there. Before that a scenario's title and briefing can be told, and no more. Rejects
   * where the page broke off. */
  readonly whole: Promise<void>;

  /** `scenes` are on their way; without them the page's data has everything. */
  constructor(
    readonly page: Page,
    scenes?: Promise<string | null>,
  ) {
    this.library = new Library(page);
    this.whole = scenes ? scenes.then((text) => this.takeIn(text)) : Promise.resolve();
  }

  /** Takes in the scenes of every scenario. */
  private takeIn(text: string | null): void {
    if (!text) throw new GameError(_("Part of this page did not come. Load it again."));
    (JSON.parse(text) as Scenes[]).forEach(({ scenario, texts }, n) => {
      const known = this.page.scenarios[n]!;
      Object.assign(known.scenario, scenario);
      Object.assign(known.texts, texts);
    });
    this.ready = new Map();
  }

  /** The language that everything is told in. */
  get language(): string {
    return this.library.language;
  }

  /** The languages that the page has. */
  get languages(): string[] {
    return this.page.languages;
  }

  /** From now on everything is told in this language, where the page has it. */
  async speak(language: string): Promise<void> {
    if (!this.languages.includes(language) || language === this.language) return;
    await this.whole;
    await this.fetch(language);
    this.library.speak(language);
    this.ready = new Map();
  }

  get rubric(): Rubric {
    return this.library.rubric;
  }

  /** The scenarios, in the guided order. */
  get all(): Told[] {
    return this.library.ids.map((id) => this.find(id)!);
  }

  /** Whether there are others to choose from, here or on the site that the page belongs to. */
  get several(): boolean {
    return this.library.ids.length > 1 || this.page.site !== undefined;
  }

  /** Returns a scenario by its id. */
  find(id: string): Told | undefined {
    if (!this.library.ids.includes(id)) return undefined;
    const known = this.ready.get(id);
    if (known) return known;
    const told = new Told(this.library, id);
    this.ready.set(id, told);
    return told;
  }

  /** Makes ready what play needs beyond the words. */
  warm(): void {
    for (const told of this.all) void told.exact;
  }

  /** Takes in the block of a language, which may still be on its way. */
  private async fetch(language: string): Promise<void> {
    const { page } = this;
    const id = `texts-${language}`;
    if (page.scenarios.some(({ texts }) => language in texts)) return;
    if (!document.getElementById(id) && document.readyState === "loading")
      await new Promise((come) => document.addEventListener("DOMContentLoaded", come, { once: true }));
    const packed = await (globalThis as unknown as First).unpacked(id);
    if (!packed) return; // the language of the originals has no block
    const telling = JSON.parse(packed) as Telling;
    page.scenarios.forEach((scenario, n) => (scenario.texts[language] = telling.scenarios[n]!));
    page.rubric_texts[language] = telling.rubric;
    page.words[language] = telling.words;
  }
}

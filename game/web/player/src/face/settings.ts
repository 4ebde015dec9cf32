// What a player set: text size, spacing, typeface, theme, motion, language. Kept on the device, put on the page as
// attributes that the style sheet reads.
import { N_ } from "../core";
import type { Storage } from "./storage";

export interface Settings {
  size: string;
  theme: string;
  family: string;
  letters: string;
  lines: string;
  motion: string;
  pace: string;
  sound: string;
  volume: string;
  language: string;
}

export const USUAL: Settings = {
  size: "100",
  theme: "auto",
  family: "atkinson",
  letters: "usual",
  lines: "usual",
  motion: "auto",
  pace: "line",
  sound: "off",
  volume: "soft",
  language: "",
};

const SPACES: [string, string][] = [
  ["usual", N_("Normal")],
  ["wide", N_("Wide")],
  ["wider", N_("Wider")],
];

export interface Group {
  name: keyof Settings;
  label: string;
  about?: string;
  choices: [string, string][];
}

/** Every group in reading order; the language's choices come from the page. */
export const GROUPS: Group[] = [
  { name: "size", label: N_("Text size"), choices: ["100", "125", "150", "175", "200"].map((n) => [n, `${n}%`]) },
  {
    name: "theme",
    label: N_("Theme"),
    choices: [
      ["auto", N_("As on this device")],
      ["calm", N_("Light")],
      ["dark", N_("Dark")],
      ["contrast", N_("High contrast")],
    ],
  },
  {
    name: "family",
    label: N_("Font"),
    choices: [
      ["atkinson", "Atkinson Hyperlegible"],
      ["device", N_("The device’s own")],
    ],
  },
  { name: "letters", label: N_("Letter spacing"), choices: SPACES },
  { name: "lines", label: N_("Line spacing"), choices: SPACES },
  {
    name: "pace",
    label: N_("Lines appear"),
    about: N_("Options always wait for you."),
    choices: [
      ["line", N_("One at a time")],
      ["all", N_("All at once")],
    ],
  },
  {
    name: "motion",
    label: N_("Motion"),
    about: N_("When off, nothing moves. You miss nothing."),
    choices: [
      ["auto", N_("As on this device")],
      ["off", N_("Off")],
    ],
  },
];

/** The groups of a page that carries sounds. */
export const OF_SOUNDS: Group[] = [
  {
    name: "sound",
    label: N_("Sounds"),
    about: N_("What a place sounds like. You miss nothing without it."),
    choices: [
      ["on", N_("On")],
      ["off", N_("Off")],
    ],
  },
  {
    name: "volume",
    label: N_("Volume"),
    choices: [
      ["faint", N_("Very quiet")],
      ["soft", N_("Quiet")],
      ["full", N_("Full")],
    ],
  },
];

/** Returns what was kept, anything unknown put back to its default. */
export function mended(kept: unknown): Settings {
  const found = { ...USUAL };
  if (typeof kept !== "object" || kept === null) return found;
  const given = kept as Record<string, unknown>;
  for (const group of [...GROUPS, ...OF_SOUNDS]) {
    const value = given[group.name];
    if (typeof value === "string" && group.choices.some(([code]) => code === value)) found[group.name] = value;
  }
  if (typeof given["language"] === "string") found.language = given["language"];
  return found;
}

const dark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)"); // asked late: Node has none
const contrast = (): MediaQueryList => matchMedia("(prefers-contrast: more)");
let now: Settings = USUAL;

/** Puts the settings on the page; what follows the device follows it from now on. */
export function apply(settings: Settings): void {
  now = settings;
  const root = document.documentElement;
  root.style.setProperty("--size", String(Number(settings.size) / 100));
  for (const name of ["theme", "family", "letters", "lines", "motion"] as const) root.dataset[name] = settings[name];
  if (settings.theme === "auto") root.dataset["theme"] = contrast().matches ? "contrast" : dark().matches ? "dark" : "calm";
  layOut();
}

/** Stands the person beside the card where both get room at this text size, else above it, and the buttons above a name. */
function layOut(): void {
  const root = document.documentElement;
  const rem = parseFloat(getComputedStyle(root).fontSize);
  const wide = innerWidth >= 52 * rem && innerWidth > innerHeight && innerHeight >= 30 * rem;
  root.dataset["layout"] = wide ? "wide" : "narrow";
  root.toggleAttribute("data-tight", innerWidth < 21 * rem);
}

/** Follows the device where the settings leave a thing to it. */
export function followDevice(): void {
  addEventListener("resize", layOut);
  for (const asked of [dark(), contrast()]) asked.addEventListener("change", () => apply(now));
}

/** Keeps the settings. */
export function keepSettings(storage: Storage, settings: Settings): Promise<void> {
  return storage.set("settings", settings);
}

// How the studio looks: its colours and the size of its text, kept in this browser.
import { N_ } from "./texts";

export interface Settings {
  theme: string;
  size: string;
}

const KEPT = "studio-look";
/** What the page hears when its look has changed. */
export const CHANGED = "studio-look-changed";
export const SIZES = ["100", "125", "150", "175", "200"];
export const THEMES = [
  { id: "auto", title: N_("As on this device") },
  { id: "calm", title: N_("Light") },
  { id: "dark", title: N_("Dark") },
  { id: "contrast", title: N_("High contrast") },
];

const dark = matchMedia("(prefers-color-scheme: dark)");
const contrast = matchMedia("(prefers-contrast: more)");

export function now(): Settings {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}") as Partial<Settings>;
    const theme = THEMES.some(({ id }) => id === kept.theme) ? kept.theme! : "auto";
    return { theme, size: SIZES.includes(kept.size ?? "") ? kept.size! : "100" };
  } catch {
    return { theme: "auto", size: "100" };
  }
}

/** Puts the settings on the page, and keeps them. */
export function put(settings: Settings): Settings {
  const root = document.documentElement;
  const device = contrast.matches ? "contrast" : dark.matches ? "dark" : "calm";
  root.dataset["theme"] = settings.theme === "auto" ? device : settings.theme;
  root.style.fontSize = `${settings.size}%`;
  dispatchEvent(new Event(CHANGED));
  try {
    localStorage.setItem(KEPT, JSON.stringify(settings));
  } catch {
    // it holds for this visit
  }
  return settings;
}

/** Puts on what was kept, and follows the device. */
export function begin(): void {
  put(now());
  for (const media of [dark, contrast]) media.addEventListener("change", () => put(now()));
}

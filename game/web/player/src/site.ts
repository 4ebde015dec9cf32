// The first page of a site: the conversations in the guided order, how far each was played on this device, and the way to
// keep them all for when there is no network. It stands without a script too; this adds what the device knows.
import { openEarly } from "./face/base";
import { h } from "./face/dom";
import { apply, followDevice, mended } from "./face/settings";
import { _, speak } from "./words";

interface Site {
  language: string; // of the page as it stands
  megabytes: number;
  words: Record<string, Record<string, string>>;
  conversations: { id: string; file: string; minutes: number; told: Record<string, { title: string; summary: string }> }[];
}

/** How often each scenario was played to its end, and which was left before it. */
interface Progress {
  finished: Map<string, number>;
  open: Set<string>;
}

/** Reads what was played from the journals of this device. */
export function progress(plays: Iterable<string[]>): Progress {
  const found: Progress = { finished: new Map(), open: new Set() };
  const newest = new Map<string, string>();
  for (const lines of plays) {
    const { scenario, at } = JSON.parse(lines[0] ?? "{}") as { scenario?: string; at?: string };
    if (!scenario || !at) continue;
    const ended = lines.some((line) => (JSON.parse(line) as { event?: string }).event === "finished");
    if (ended) found.finished.set(scenario, (found.finished.get(scenario) ?? 0) + 1);
    if (at < (newest.get(scenario) ?? "")) continue;
    newest.set(scenario, at);
    if (ended) found.open.delete(scenario);
    else found.open.add(scenario);
  }
  return found;
}

async function begin(): Promise<void> {
  const site = JSON.parse(document.getElementById("site")?.textContent ?? "") as Site;
  const [, kept] = await openEarly();
  const settings = mended(kept.small.get("settings"));
  apply(settings);
  followDevice();
  if (settings.language in site.words || settings.language === "en") retell(site, settings.language);
  else speak(site.words[site.language]);
  show(site, progress(kept.plays.values()));
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload(); // somebody comes back from a conversation
  });
  if ("serviceWorker" in navigator) await offline(site); // over https, or on this very computer
}

/** Tells the page in the language that was set in a conversation. */
function retell(site: Site, language: string): void {
  speak(site.words[language]);
  document.documentElement.lang = language;
  document.querySelector("h1 + p")!.textContent = _("Conversations to practise in: roles distinct, power shared. Nobody is watching, and nothing is timed.");
  for (const { id, told } of site.conversations) {
    const one = told[language] ?? told["en"];
    const card = document.getElementById(id);
    if (!one || !card) continue;
    card.querySelector(".name")!.textContent = one.title;
    card.querySelector(".summary")!.textContent = one.summary;
  }
}

function show(site: Site, { finished, open }: Progress): void {
  site.conversations.forEach(({ id, minutes }, n) => {
    const tried = finished.get(id) ?? 0;
    const times = tried === 1 ? _("Played once") : tried ? _("Played {count} times", { count: tried }) : n === 0 ? _("Start here") : "";
    const state = open.has(id) ? _("You are in it") : times;
    const place = document.getElementById(id)?.querySelector(".state");
    if (place) place.textContent = [_("About {minutes} minutes", { minutes }), state].filter(Boolean).join(" · ");
  });
}

/** Offers to keep every conversation on this device. One that is opened is kept anyway. */
async function offline(site: Site): Promise<void> {
  try {
    const worker = navigator.serviceWorker;
    const claimed = new Promise((done) => worker.addEventListener("controllerchange", done, { once: true }));
    await worker.register("offline.js");
    if (!worker.controller) await claimed; // only what passes through it is kept
  } catch {
    return;
  }
  const said = h("p", { class: "muted", role: "status" });
  const keep = h("button", { type: "button", class: "plain" }, _("Keep them all for offline ({megabytes} MB)", { megabytes: site.megabytes }));
  const told = (): void => {
    said.textContent = _("All conversations are kept on this device. They open without a network.");
    keep.remove();
  };
  const all = async (): Promise<void> => {
    keep.disabled = true;
    try {
      for (const [n, { file }] of site.conversations.entries()) {
        said.textContent = _("{n} of {all}", { n: n + 1, all: site.conversations.length });
        if (!(await fetch(file)).ok) throw new Error(file);
      }
      told();
    } catch {
      keep.disabled = false;
      said.textContent = _("The network is gone. Those that came are kept; try again later for the others.");
    }
  };
  const known = new Set((await (await caches.open("equal-footing")).keys()).map(({ url }) => url.split("?")[0]!));
  if (site.conversations.every(({ file }) => known.has(new URL(file, location.href).href))) told();
  keep.addEventListener("click", () => void all());
  document.querySelector("main")!.append(h("div", { class: "chips" }, keep), said);
}

if (typeof document !== "undefined") void begin();

// The page comes to life: what is kept is opened, what was set is put on, and the first screen shows.
import { _ } from "../core";
import { App } from "./app";
import type { Early } from "./base";
import { Alone, type Host } from "./host";
import { Plays } from "./plays";
import { InRoom } from "./room";
import { apply, followDevice, mended } from "./settings";
import { Shelf, type Page } from "./shelf";
import { storageIn } from "./storage";
import { toldTrouble } from "./troubles";
import { openHome, openKept, sayLanguage, trying } from "./ways";

/** The host of a page that is made for no learning platform. */
function usual(page: Page): Host {
  return page.room ? new InRoom() : new Alone();
}

/** What the page's first script has of a page's keeping: the way to open it, and what it has opened already. */
interface First {
  keep(whose: string): Early;
  kept?: Early;
}

/** Starts the page with its data; `dress` puts its style on, `scenes` are still on their way, and `made` says who its host
 * is. */
export async function open(
  data: string,
  dress: () => void,
  scenes: Promise<string | null>,
  made: (page: Page) => Host = usual,
): Promise<App> {
  const page = JSON.parse(data) as Page;
  const host = made(page);
  const first = globalThis as unknown as First;
  const reading = host.store || !first.kept ? first.keep(host.store) : first.kept;
  const shelf = new Shelf(page, scenes);
  const [base, all] = await reading;
  const storage = storageIn(base);
  const plays = new Plays(storage, shelf);
  plays.open(all);
  const settings = mended(all.small.get("settings"));
  dress(); // only now: the first words are read meanwhile, and need not be laid out again
  apply(settings);
  followDevice();
  await shelf.speak(settings.language);
  sayLanguage(shelf.language);
  host.meet(plays, shelf, storage);
  const app = new App(shelf, plays, storage, host, { ...settings, language: shelf.language });
  plays.failed = (trouble) => app.say(toldTrouble(trouble));
  plays.told = (event, line, session) => host.told(event, line, session);
  openHome(app);
  try {
    await shelf.whole;
  } catch (error) {
    app.fail(error);
    return app;
  }
  performance.mark("ready");
  setTimeout(() => shelf.warm()); // while the briefing is being read
  if (storage.trouble) app.say(toldTrouble(storage.trouble));
  await host.open((words, way) => app.say(words, way));
  await trying(app, async () => {
    const before = app.playing ? null : await host.resume();
    const play = before && (await plays.take(before));
    if (play) await openKept(app, play);
  });
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => app.refresh());
  return app;
}

/** Says that the page could not start, where everything else failed. */
export function sayFailure(error: unknown): void {
  const words = document.createElement("p");
  words.textContent = `${_("This page could not start in this browser.")} ${String(error)}`;
  document.body.append(words);
}

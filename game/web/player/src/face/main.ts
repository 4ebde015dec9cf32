// The page comes to life: what is kept is opened, what was set is put on, and the first screen shows.
import { _ } from "../core";
import { App } from "./app";
import { Alone, type Host } from "./host";
import { Plays } from "./plays";
import { InRoom } from "./room";
import { apply, followDevice, mended } from "./settings";
import { Shelf, type Page } from "./shelf";
import { openStorage, type Storage } from "./storage";
import { toldTrouble } from "./troubles";
import { openHome, openKept, sayLanguage, trying } from "./ways";

/** The host of a page that is made for no learning platform. */
function usual(page: Page): Host {
  return page.room ? new InRoom() : new Alone();
}

let early: Promise<Storage> | null = null;

/** Opens what is kept of whoever uses this device, while the page's data is still on its way. */
export function opening(): void {
  early = openStorage();
}

/** Starts the page with its data; `made` says who its host is. */
export async function open(data: string, made: (page: Page) => Host = usual): Promise<App> {
  const page = JSON.parse(data) as Page;
  const host = made(page);
  const opened = host.store || !early ? openStorage(host.store) : early;
  const shelf = new Shelf(page);
  void shelf.all; // made ready while what is kept is being opened
  const storage = await opened;
  const plays = new Plays(storage, shelf);
  const [kept] = await Promise.all([storage.get("settings").catch(() => null), plays.open().catch(() => undefined)]);
  const settings = mended(kept);
  apply(settings);
  followDevice();
  await shelf.speak(settings.language);
  sayLanguage(shelf.language);
  host.meet(plays, shelf, storage);
  const app = new App(shelf, plays, storage, host, { ...settings, language: shelf.language });
  plays.failed = (trouble) => app.say(toldTrouble(trouble));
  plays.told = (event, line, session) => host.told(event, line, session);
  openHome(app);
  performance.mark("ready");
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

// The way in of a page within the author's studio: nothing is kept, the play opens where the author is, and the studio
// is told of every step. The studio sends the story anew after each edit; the choices made so far are made again.

export * from "./core";
import { newSession, offers, type PageData, type Session } from "./core";
import { App } from "./face/app";
import { focusOnlyWhile } from "./face/dom";
import { Alone } from "./face/host";
import { Plays } from "./face/plays";
import { apply, followDevice, USUAL } from "./face/settings";
import { Shelf, type Page } from "./face/shelf";
import { Memory } from "./face/storage";
import { openWherever, sayLanguage } from "./face/ways";

/** Where the studio wants the play to be. */
interface Where {
  scene?: string;
  choices?: string[];
  theme?: string;
  size?: string;
}

let app: App | null = null;

/** Opens the story of `page` as far as the choices of `where` still lead. */
async function open(page: Page, where: Where): Promise<void> {
  const { scenario } = page.scenarios[0] as unknown as { scenario: { start: string; nodes: Record<string, unknown> } };
  if (where.scene && where.scene in scenario.nodes) scenario.start = where.scene;
  const before = app?.playing;
  const reviewing = before?.phase === "feedback" && before.chosen.join() === (where.choices ?? []).join();
  const storage = new Memory(null);
  const shelf = new Shelf(page);
  await shelf.speak(page.language);
  sayLanguage(shelf.language);
  const { theme = USUAL.theme, size = USUAL.size } = where;
  const settings = { ...USUAL, pace: "all", language: shelf.language, theme, size };
  apply(settings);
  document.querySelector(".notice")?.remove();
  app = new App(shelf, new Plays(storage, shelf), storage, new Alone(), settings);
  const { exact } = shelf.all[0]!;
  const session = await newSession(exact, { mode: "practice", seed: 0n, game: page.game }, app.plays.keeper);
  // as the form counts them, which shows those too that are not offered now
  session.offers = () => offers(session.story, session.position);
  session.numberOf = (offer) => [...session.story.room(session.position.node).ways.keys()].indexOf(offer.option.id) + 1;
  session.begin();
  const lost = await replayed(session, where.choices ?? [], reviewing);
  app.plays.told = () => setTimeout(() => tell(session));
  openWherever(app, session);
  tell(session, lost);
}

/** Takes in a picture that came after the page, and shows it where it belongs. */
function hang(key: string, data: string): void {
  const block = document.createElement("script");
  block.type = "text/plain";
  block.id = `picture:${key}`;
  block.textContent = data;
  document.body.append(block);
  app?.refresh();
}

/** Makes these choices again, `reviewing` the last where its feedback was being read; returns how many could not be
 * made any more. */
async function replayed(session: Session, choices: readonly string[], reviewing: boolean): Promise<number> {
  for (const [n, choice] of choices.entries()) {
    if (session.ending) return choices.length - n;
    await session.read();
    const open = session.offers().some((offer) => offer.option.id === choice && offer.locked === null);
    if (!open) return choices.length - n;
    await session.choose(choice);
    if (!reviewing || n < choices.length - 1) session.goOn();
  }
  return 0;
}

function tell(session: Session, lost = 0): void {
  const { node, trust, ease, voice } = session.position;
  const { facts } = session.story;
  const known = [...facts].flatMap(([name, bit]) => (session.position.facts & bit ? [name] : []));
  const where = { scene: node, choices: [...session.chosen], over: session.ending !== null, lost };
  parent.postMessage({ type: "at", ...where, state: { trust, ease, voice }, facts: known }, location.origin);
}

/** Starts the page with this data; called by the loader, whose `dress` puts the style on. */
export function start(data: string, dress: () => void): void {
  dress();
  followDevice();
  focusOnlyWhile(() => document.hasFocus());
  const page = JSON.parse(data) as Page & { studio?: Where };
  addEventListener("message", (event) => {
    if (event.origin !== location.origin || event.source !== parent) return;
    const sent = event.data as { type: string; page?: PageData; where: Where; key?: string; data?: string };
    if (sent.type === "picture" && sent.key && sent.data) hang(sent.key, sent.data);
    if (sent.type === "story" && sent.page) void open(sent.page as Page, sent.where);
  });
  void open(page, page.studio ?? {});
}

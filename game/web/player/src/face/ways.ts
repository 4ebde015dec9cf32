// The ways from screen to screen, each in one place.
import { branchSession, lookAgain, newSession, anySeed, resumeSession, type Mode, type Session } from "../core";
import type { App } from "./app";
import type { Play } from "./plays";
import { AboutView } from "./views/about";
import { BriefingView } from "./views/briefing";
import { ConversationView } from "./views/conversation";
import { DebriefView } from "./views/debrief";
import { GlossaryView } from "./views/glossary";
import { HistoryView } from "./views/history";
import { HomeView } from "./views/home";
import { LeaveView } from "./views/leave";
import { PlaysView } from "./views/plays";
import { ReflectionView } from "./views/reflection";
import { SettingsView } from "./views/settings";

/** The first screen: the scenarios, or the briefing of the only one. */
export function openHome(app: App): void {
  const { all } = app.shelf;
  if (all.length > 1) app.go(new HomeView(app));
  else app.go(new BriefingView(app, all[0]!));
}

/** All there is to choose from, which may be a page of its own. */
export function openShelf(app: App): void {
  const { site } = app.shelf.page;
  if (site) location.assign(site);
  else openHome(app);
}

export function openBriefing(app: App, scenario: string): void {
  const told = app.shelf.find(scenario);
  if (told) app.go(new BriefingView(app, told));
}

export function openSettings(app: App): void {
  app.over(new SettingsView(app));
}

export function openHistory(app: App, session: Session, unread: number): void {
  app.over(new HistoryView(app, session, unread));
}

export function openGlossary(app: App): void {
  onceWhole(app, () => app.over(new GlossaryView(app)));
}

export function openPlays(app: App): void {
  onceWhole(app, () => app.over(new PlaysView(app)));
}

/** Does something that every scene of the page has to be there for. */
function onceWhole(app: App, act: () => void): void {
  void trying(app, async () => {
    await app.shelf.whole;
    act();
  });
}

export function openAbout(app: App): void {
  app.over(new AboutView(app));
}

export function openLeave(app: App, session: Session): void {
  app.over(new LeaveView(app, session));
}

/** Begins a play of a scenario, as soon as its scenes are there. */
export async function beginPlay(app: App, scenario: string, mode: Mode): Promise<void> {
  await app.shelf.whole;
  const told = app.shelf.find(scenario);
  if (!told) return;
  const { page } = app.shelf;
  const play = {
    mode,
    seed: anySeed(),
    game: page.game,
    player: app.host.name() ?? app.plays.player,
    class_code: page.class_code ?? null,
    device: await app.plays.device(),
  };
  const session = await newSession(told.exact, play, app.plays.keeper);
  session.begin();
  openWherever(app, session);
}

/** Shows the screen of the moment that a play is at. */
export function openWherever(app: App, session: Session): void {
  app.playing = session;
  if (session.phase === "reflection") app.go(new ReflectionView(app, session));
  else if (session.phase === "debrief") app.go(new DebriefView(app, session));
  else app.go(new ConversationView(app, session));
}

/** Takes up a play where it was left. Raises JournalError where that cannot be. */
export async function resumePlay(app: App, id: string): Promise<void> {
  await app.shelf.whole;
  const journal = app.plays.read(id);
  const told = app.shelf.find(journal.begun.scenario);
  if (!told) return;
  const [session, lost] = await resumeSession(told.exact, journal, app.plays.keeper(journal.begun));
  if (session.phase === "briefing") session.begin();
  openWherever(app, session);
  if (lost.length) app.say(lost.join(" "));
}

/** Opens a play that is kept: where it was left, or its debrief. Raises JournalError where that cannot be. */
export async function openKept(app: App, play: Play): Promise<void> {
  if (!play.finished) return resumePlay(app, play.session);
  const journal = app.plays.read(play.session);
  const told = app.shelf.find(play.scenario);
  if (told) app.go(new DebriefView(app, await lookAgain(told.exact, journal)));
}

/** Plays on from a turn, beside the play that is kept. */
export async function playOn(app: App, id: string, turn: number): Promise<void> {
  const journal = app.plays.read(id);
  const told = app.shelf.find(journal.begun.scenario);
  if (!told) return;
  const [session] = await branchSession(told.exact, journal, turn, app.shelf.page.game, app.plays.keeper);
  openWherever(app, session);
}

/** Leaves a play; it can be taken up again. */
export async function leave(app: App, session: Session): Promise<void> {
  await session.abandon();
  app.playing = null;
  app.host.left(app.plays.journal(session.begun.session));
  openHome(app);
}

/** Says in which language, and in which direction, the page is written. */
export function sayLanguage(language: string): void {
  document.documentElement.lang = language;
  document.documentElement.dir = /^(ar|fa|he|ur|yi)\b/.test(language) ? "rtl" : "ltr";
}

/** Tells everything in another language; a play that goes on keeps its moment. */
export async function retell(app: App, language: string): Promise<void> {
  await app.shelf.speak(language);
  sayLanguage(app.shelf.language);
  const session = app.playing;
  if (!session) openHome(app);
  else {
    const told = app.shelf.find(session.begun.scenario);
    if (told) openWherever(app, session.toldBy(told.exact));
  }
  app.over(new SettingsView(app));
}

/** A language's name in itself, or its code. */
export function languageName(code: string): string {
  try {
    const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
    return name.slice(0, 1).toLocaleUpperCase(code) + name.slice(1);
  } catch {
    return code;
  }
}

let trial = false;

/** Does something that may fail, and says what went wrong in words. A second tap while it is being done does nothing. */
export async function trying(app: App, act: () => Promise<void>): Promise<void> {
  if (trial) return;
  trial = true;
  try {
    await act();
  } catch (error) {
    app.fail(error);
  } finally {
    trial = false;
  }
}

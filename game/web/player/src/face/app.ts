// The page: which screen stands on it, what was set, what is kept, and the ways from screen to screen.
import { _, type Session } from "../core";
import { h, focusOn } from "./dom";
import type { Host, Way } from "./host";
import type { Shelf } from "./shelf";
import type { Plays } from "./plays";
import { apply, keepSettings, type Settings } from "./settings";
import { enter, setSounds, soundsBegin } from "./sounds";
import { NotKept, type Storage } from "./storage";
import { toldTrouble } from "./troubles";
import type { View } from "./view";

export class App {
  /** The play under way, if one is. */
  playing: Session | null = null;
  /** The screens that stand over one another; the last is seen. */
  private readonly stack: View[] = [];
  private readonly notice = h("div", { class: "notice", role: "status" });
  private readonly place = document.getElementById("place") ?? h("div", { id: "place" });

  constructor(
    readonly shelf: Shelf,
    readonly plays: Plays,
    readonly storage: Storage,
    readonly host: Host,
    public settings: Settings,
  ) {
    document.body.prepend(this.notice);
    if (!this.place.isConnected) document.body.append(this.place);
    document.addEventListener("keydown", (event) => this.key(event));
    soundsBegin((words) => this.say(words));
    setSounds(settings.sound === "on", settings.volume);
    addEventListener("popstate", (event) => {
      const at = markOf(event.state);
      while (this.stack.length > 1 && (this.marks.get(this.top!) ?? 0) > at) this.close(true);
    });
  }

  private get top(): View | undefined {
    return this.stack[this.stack.length - 1];
  }

  /** Shows a screen in the place of all others. */
  go(view: View): void {
    this.stack.length = 0;
    this.stack.push(view);
    this.show(view);
  }

  /** Shows a screen over the one that stands. */
  over(view: View): void {
    this.remember();
    this.stack.push(view);
    this.show(view);
    if (window.parent !== window) return;
    const mark = markOf(history.state) + 1;
    this.marks.set(view, mark);
    history.pushState({ mark }, "");
  }

  /** Goes back to the screen under this one. */
  close(gone = false): void {
    if (this.stack.length < 2) return;
    this.stack.pop();
    const view = this.top;
    if (!view) return;
    this.show(view, true);
    view.again?.();
    if (!gone && window.parent === window) history.back();
  }

  /** Builds the screens anew where words or settings changed. */
  set(settings: Settings): void {
    this.settings = settings;
    apply(settings);
    setSounds(settings.sound === "on", settings.volume);
    void keepSettings(this.storage, settings);
  }

  /** Says something above every screen, with a way to go where there is one; nothing takes it away. */
  say(words: string, way?: Way): void {
    this.notice.replaceChildren(words, ...(way ? [" ", h("a", { href: way.address }, way.words)] : []));
  }

  /** Says what went wrong. */
  fail(error: unknown): void {
    if (error instanceof NotKept) this.say(toldTrouble(error.trouble));
    else this.say(error instanceof Error ? error.message : String(error));
  }

  /** The page's pictures have all come. */
  refresh(): void {
    for (const view of this.stack) view.refresh?.();
  }

  private show(view: View, again = false): void {
    document.title = `${view.title} · Equal Footing`;
    document.body.dataset["screen"] = view.name;
    this.place.replaceChildren(view.element);
    if (!this.stack.some(({ element }) => element.classList.contains("stage"))) enter();
    if (!again || !this.lastFocus(view)) focusOn(view.focus ?? view.element.querySelector<HTMLElement>("h1"));
    scrollTo({ top: again ? (this.scrolled.get(view) ?? 0) : 0, behavior: "instant" });
    if (!again) view.settled?.();
  }

  /** Puts the focus back to what opened the sheet; true where it could. */
  private lastFocus(view: View): boolean {
    const before = this.focused.get(view);
    if (!before?.isConnected) return false;
    before.focus({ preventScroll: true });
    return document.activeElement === before;
  }

  /** Where in the browser's history each sheet stands, so that going back to there closes what came after, and no more. */
  private readonly marks = new WeakMap<View, number>();
  private readonly scrolled = new WeakMap<View, number>();
  private readonly focused = new WeakMap<View, HTMLElement>();

  /** Notes what has the focus, before a sheet covers it. */
  private remember(): void {
    if (!this.top) return;
    this.scrolled.set(this.top, scrollY);
    if (document.activeElement instanceof HTMLElement) this.focused.set(this.top, document.activeElement);
  }

  private key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    const typing = event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
    if (event.key === "Escape" && this.stack.length > 1) {
      event.preventDefault();
      this.close();
    } else if (!typing && this.top?.key?.(event)) event.preventDefault();
  }

  /** What a screen says where nothing lasts. */
  get lasts(): boolean {
    return this.storage.trouble === null;
  }

  /** The words for a place or an expression, as they stand in files. */
  told(word: string): string {
    return _(word.replace(/-/g, " "));
  }
}

/** Returns where a state of the browser's history stands: 0 for the page's own. */
function markOf(state: unknown): number {
  return typeof state === "object" && state !== null && "mark" in state ? Number(state.mark) : 0;
}

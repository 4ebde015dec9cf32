// The desk: the bar above, the form or the text at the left, play, map, problems and figures beside it.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { PARTS, useDesk, type Desk } from "./desk";
import { HelpDialog, OutsideDialog, SendDialog, SettingsDialog, VersionsDialog } from "./dialogs";
import { FiguresPane } from "./figures";
import { MapPane } from "./map";
import { PlayPane } from "./play";
import { BrokenNotice, ProblemCount, ProblemsPane } from "./problems";
import { SceneForm } from "./scene_form";
import { Steps } from "./steps";
import { isEnding, scenes, titleOf, ways } from "./story";
import { isData, text, type Json } from "./edits";
import { _ } from "./texts";
import { AboutForm, AfterForm, BondsForm, PeopleForm } from "./whole_form";
import { AskName, Dialog } from "./widgets";
import { Icon } from "./icons";

const WIDE = 1500; // pixels from which three panes stand side by side
const NARROW = 640; // pixels below which the form or the play fills the window
const LOW = 560; // pixels below which a narrow window scrolls as a whole, the bar too

/** Returns the window's width and height, as text of the usual size has them: at 200 % 1500 pixels are as narrow as 750. */
function useRoom(): [number, number] {
  const [room, setRoom] = useState<[number, number]>([innerWidth, innerHeight]);
  useEffect(() => {
    const measure = (): void => setRoom([innerWidth, innerHeight]);
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, []);
  const larger = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  return [room[0] / larger, room[1] / larger];
}

export function DeskPage({ onLeave }: { onLeave: () => void }) {
  const desk = useDesk();
  const [width, height] = useRoom();
  useKeys(desk);
  useWanted(desk);
  useKeptFocus();
  useEffect(() => {
    document.title = `${text(desk.data["title"]) || desk.name} · ${_("Studio")}`;
  });
  if (!desk.ready) return <main class="waiting"><p role="status">{desk.saved.why ?? _("Opening …")}</p></main>;
  const layout = width < NARROW ? "narrow" : width < WIDE ? "two" : "three";
  return (
    <div class={`desk ${layout} ${desk.playing ? "playing" : ""} ${layout === "narrow" && height < LOW ? "low" : ""}`}>
      <Bar onLeave={onLeave} narrow={layout === "narrow"} />
      {desk.notice && <Notice />}
      <WritePane />
      {layout === "three" ? (
        <>
          <SidePane tabs={["map", "problems", "figures"]} />
          <section class="pane play" aria-label={_("Play")}><h2>{_("Play")}</h2><PlayPane /></section>
        </>
      ) : layout === "two" ? (
        <SidePane tabs={["play", "map", "problems", "figures"]} />
      ) : (
        <section class="pane play" aria-label={_("Play")}><PlayPane /></section>
      )}
      <OutsideDialog />
    </div>
  );
}

/** What was refused and why, with the words that would be lost, and the way to ask again. */
function Notice() {
  const desk = useDesk();
  const words = desk.refused.map((edit) => (edit.op === "set" ? lastText(edit.value) : "")).filter(Boolean).join(" ");
  return (
    <div class="notice row" role="alert">
      <p class="grow">{desk.notice} {words && _("You had written: “{words}”", { words })}</p>
      {desk.refused.length > 0 && <button type="button" class="plain" onClick={() => desk.edit(desk.refused)}>{_("Do it all the same")}</button>}
      <button type="button" class="quiet" aria-label={_("Close")} onClick={() => desk.tell(() => (desk.notice = ""))}><Icon name="close" /></button>
    </div>
  );
}

/** Returns the words in a value: a text, or those of a line. */
function lastText(value: Json): string {
  return typeof value === "string" ? value : isData(value) ? text(Object.entries(value).find(([key]) => key !== "when")?.[1]) : "";
}

function Bar({ onLeave, narrow }: { onLeave: () => void; narrow: boolean }) {
  const desk = useDesk();
  const { playing } = desk;
  const play = (on: boolean): void => desk.tell(() => (desk.playing = on));
  const [open, setOpen] = useState<"problems" | "versions" | "send" | "settings" | "help" | null>(null);
  const close = (): void => setOpen(null);
  const { saved } = desk;
  const told = { saved: _("Saved"), saving: _("Saving …"), unsaved: _("Not saved") }[saved.state];
  return (
    <header class="bar-above">
      <button type="button" class="quiet" onClick={onLeave} aria-label={_("Back to the first screen")} title={_("Back to the first screen")}><Icon name="home" /></button>
      <h1>{text(desk.data["title"]) || desk.name}</h1>
      <span class="file-name">{desk.name}</span>
      {desk.outside !== null && <button type="button" class="primary" onClick={() => desk.tell(() => (desk.deciding = true))}>{_("Decide …")}</button>}
      <span class={`saved ${saved.state}`} role="status" title={saved.why}>{told}{saved.state === "unsaved" && saved.why ? `: ${saved.why}` : ""}</span>
      {narrow ? (
        <div class="switch" role="group" aria-label={_("What is shown")}>
          <button type="button" aria-pressed={!playing && desk.mode === "form"} onClick={() => (desk.look("form"), play(false))}>{_("Form")}</button>
          <button type="button" aria-pressed={playing} onClick={() => play(true)}>{_("Play")}</button>
        </div>
      ) : (
        <div class="switch" role="group" aria-label={_("How it is written")}>
          <button type="button" aria-pressed={desk.mode === "form"} onClick={() => desk.look("form")}>{_("Form")}</button>
          <button type="button" aria-pressed={desk.mode === "text"} onClick={() => desk.look("text")}>{_("Text")}</button>
        </div>
      )}
      <span class="gap" />
      <ProblemCount onOpen={narrow ? () => setOpen("problems") : () => desk.tell(() => (desk.side = "problems"))} />
      <button type="button" class="plain" aria-label={_("Undo")} onClick={() => desk.undo()}><Icon name="undo" /> <span>{_("Undo")}</span></button>
      <button type="button" class="plain" aria-label={_("Redo")} onClick={() => desk.redo()}><Icon name="redo" /> <span>{_("Redo")}</span></button>
      <button type="button" class="plain wide-only" onClick={() => setOpen("versions")}>{_("Versions")}</button>
      <button type="button" class="plain" onClick={() => setOpen("send")}>{_("Send")}</button>
      <button type="button" class="quiet" aria-label={_("Settings")} title={_("Settings")} onClick={() => setOpen("settings")}><Icon name="settings" /></button>
      <button type="button" class="quiet" aria-label={_("Help")} title={_("Help")} onClick={() => setOpen("help")}><Icon name="help" /></button>
      {open === "problems" && <Dialog title={_("Problems")} onClose={close}><ProblemsPane onLeave={close} /></Dialog>}
      {open === "versions" && <VersionsDialog onClose={close} />}
      {open === "send" && <SendDialog onClose={close} />}
      {open === "settings" && <SettingsDialog onClose={close} />}
      {open === "help" && <HelpDialog onClose={close} />}
    </header>
  );
}

function WritePane() {
  const desk = useDesk();
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = desk.text.view.dom.parentElement;
    if (element) holder.current?.append(element);
  }, [desk]);
  const showText = desk.mode === "text";
  return (
    <main class="pane write" aria-label={showText ? _("The text") : _("The form")}>
      <Steps />
      <SceneMenu />
      <div class="pane-body" hidden={!showText} ref={holder} />
      {!showText && (
        <div class="pane-body form" key={desk.place}>
          {desk.broken ? <BrokenNotice /> : <Neighbours />}
          <div class={desk.broken ? "dimmed" : ""} inert={desk.broken !== null}>
            {desk.scene !== null ? <SceneForm id={desk.scene} /> : desk.place === "people" ? <PeopleForm /> : desk.place === "bonds" ? <BondsForm /> : desk.place === "after" ? <AfterForm /> : <AboutForm />}
          </div>
        </div>
      )}
      {showText && desk.broken && <BrokenNotice />}
    </main>
  );
}

/** Every scene by its title, and the parts that all scenes share. */
function SceneMenu() {
  const desk = useDesk();
  const [asking, setAsking] = useState(false);
  const all = scenes(desk.data);
  const names = { about: _("About it"), people: _("People"), bonds: _("Breaks and repairs"), after: _("After the play") };
  const ids = all.map(([id]) => id);
  const at = ids.indexOf(desk.scene ?? "");
  return (
    <div class="scene-menu row">
      <button type="button" class="plain" aria-label={_("The scene before")} disabled={at <= 0} onClick={() => desk.goScene(ids[at - 1]!)}>‹</button>
      <label class="unseen" for="scene-menu">{_("What is written")}</label>
      <select id="scene-menu" value={desk.place} onChange={(event) => desk.go(event.currentTarget.value)}>
        <optgroup label={_("The whole")}>{PARTS.map((part) => <option key={part} value={part}>{names[part]}</option>)}</optgroup>
        <optgroup label={_("Scenes")}>
          {all.filter(([, one]) => !isEnding(one)).map(([id]) => <option key={id} value={`scene:${id}`}>{titleOf(desk.data, id)}</option>)}
        </optgroup>
        <optgroup label={_("Endings")}>
          {all.filter(([, one]) => isEnding(one)).map(([id]) => <option key={id} value={`scene:${id}`}>{titleOf(desk.data, id)}</option>)}
        </optgroup>
      </select>
      <button type="button" class="plain" aria-label={_("The scene after")} disabled={at < 0 || at === ids.length - 1} onClick={() => desk.goScene(ids[at + 1]!)}>›</button>
      <button type="button" class="plain" onClick={() => setAsking(true)}>{_("+ scene")}</button>
      {asking && (
        <AskName
          title={_("A new scene")}
          label={_("Its title")}
          done={_("Make it")}
          onClose={() => setAsking(false)}
          onDone={(title) => {
            setAsking(false);
            const { id, edit } = desk.newScene(title, "scene", desk.scene);
            desk.edit(edit);
            desk.goScene(id);
          }}
        />
      )}
    </div>
  );
}

/** Before, here, after: the scenes that lead here and those that follow. */
function Neighbours() {
  const desk = useDesk();
  const here = desk.scene;
  if (here === null) return null;
  const all = ways(desk.data).filter((way) => way.from !== way.to);
  const chip = (id: string) => <button type="button" class="chip" key={id} onClick={() => desk.goScene(id)}>{titleOf(desk.data, id)}</button>;
  const before = all.filter((way) => way.to === here).map((way) => way.from);
  const after = all.filter((way) => way.from === here).map((way) => way.to);
  return (
    <nav class="neighbours" aria-label={_("The scenes around this one")}>
      {before.length > 0 && <><span class="label">{_("before")}</span>{before.map(chip)}<span aria-hidden="true">→</span></>}
      <b>{titleOf(desk.data, here)}</b>
      {after.length > 0 && <><span aria-hidden="true">→</span><span class="label">{_("after")}</span>{after.map(chip)}</>}
    </nav>
  );
}

type Side = Desk["side"];

function SidePane({ tabs }: { tabs: Side[] }) {
  const desk = useDesk();
  const side = tabs.includes(desk.side) ? desk.side : tabs[0]!;
  const names: Record<Side, string> = { play: _("Play"), map: _("Map"), problems: _("Problems"), figures: _("Figures") };
  const bodies: Record<Side, ComponentChildren> = { play: null, map: <MapPane />, problems: <ProblemsPane />, figures: <FiguresPane /> };
  const turn = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(side) + by + tabs.length) % tabs.length]!;
    desk.tell(() => (desk.side = next));
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <section class="pane side" aria-label={_("Beside the form")}>
      <div class="tabs" role="tablist" aria-label={_("Beside the form")} onKeyDown={turn}>
        {tabs.map((tab) => (
          <button type="button" role="tab" key={tab} id={`tab-${tab}`} aria-selected={side === tab} aria-controls="side-body" tabIndex={side === tab ? 0 : -1} onClick={() => desk.tell(() => (desk.side = tab))}>
            {names[tab]}{tab === "problems" && desk.problems.length ? ` (${desk.problems.length})` : ""}
          </button>
        ))}
      </div>
      <div class="side-body" id="side-body" role="tabpanel" aria-labelledby={`tab-${side}`}>
        {tabs.includes("play") && <div class="keep" hidden={side !== "play"}><PlayPane /></div>}
        {bodies[side]}
      </div>
    </section>
  );
}

/** The keys that hold everywhere. */
function useKeys(desk: Desk): void {
  useEffect(() => {
    const key = (event: KeyboardEvent): void => {
      const control = event.ctrlKey || event.metaKey;
      const letter = event.key.toLowerCase();
      const inText = event.target instanceof Element && event.target.closest(".cm-editor") !== null;
      if (control && letter === "s") desk.save();
      else if (control && !event.altKey && !inText && letter === "z") event.shiftKey ? desk.redo() : desk.undo();
      else if (control && !event.altKey && !inText && letter === "y") desk.redo();
      else if (event.key === "F6") otherPane();
      else if (event.altKey && (event.key === "PageUp" || event.key === "PageDown")) {
        const ids = scenes(desk.data).map(([id]) => id);
        const next = ids[ids.indexOf(desk.scene ?? "") + (event.key === "PageUp" ? -1 : 1)];
        if (next) desk.goScene(next);
      } else return;
      event.preventDefault();
    };
    addEventListener("keydown", key);
    return () => removeEventListener("keydown", key);
  }, [desk]);
}

function otherPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>(".desk > .pane")];
  const at = Math.max(0, panes.findIndex((pane) => pane.contains(document.activeElement)));
  const next = panes[(at + 1) % panes.length];
  next?.querySelector<HTMLElement>('[aria-selected="true"], textarea, select, button:not([disabled]), .cm-content')?.focus();
}

/** Puts the focus on what was just made or asked for, once it stands there. */
function useWanted(desk: Desk): void {
  // before the next key comes: it belongs to the new field
  useLayoutEffect(() => {
    if (desk.wanted === null || desk.mode !== "form") return;
    for (let at = desk.wanted; at; at = at.slice(0, at.lastIndexOf("/"))) {
      const found = document.querySelector<HTMLElement>(`[data-pointer="${CSS.escape(at)}"]`);
      if (!found) continue;
      desk.wanted = null;
      for (let fold = found.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
      const control = found.matches("textarea, select, input, button") ? found : found.querySelector<HTMLElement>("textarea, select, input, button, [tabindex]");
      (control ?? found).focus();
      found.scrollIntoView({ block: "nearest" });
      return;
    }
    desk.wanted = null;
  });
}

// a tool is left out: nobody who has just taken something away should stand on what takes away the next
const TAKES_FOCUS = "textarea:not([disabled]), select:not([disabled]), input:not([disabled]), button:not([disabled], .tools *), summary, [tabindex='0']";

/** Where what has the focus is taken away, gives it to what stands there now, or to what is left around it. */
function useKeptFocus(): void {
  const trail = useRef<{ element: Element; at: number }[]>([]); // what has the focus and all around it, each with its place
  useEffect(() => {
    const note = (event: FocusEvent): void => {
      const found: typeof trail.current = [];
      for (let one = event.target as Element | null; one?.parentElement; one = one.parentElement)
        found.push({ element: one, at: [...one.parentElement.children].indexOf(one) });
      trail.current = found;
    };
    addEventListener("focusin", note);
    return () => removeEventListener("focusin", note);
  }, []);
  useLayoutEffect(() => {
    const lost = trail.current;
    if (document.activeElement !== document.body || !lost[0] || lost[0].element.isConnected) return;
    for (let n = 1; n < lost.length; n++) {
      const around = lost[n]!.element;
      if (!around.isConnected) continue;
      const next = [...around.children].slice(lost[n - 1]!.at).find((one) => one.matches(TAKES_FOCUS) || one.querySelector(TAKES_FOCUS));
      const found = next?.matches(TAKES_FOCUS) ? next : (next ?? around).querySelector(TAKES_FOCUS);
      if (!(found instanceof HTMLElement)) continue;
      found.focus();
      return;
    }
    trail.current = [];
  });
}

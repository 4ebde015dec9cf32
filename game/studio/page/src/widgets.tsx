// The small parts that the form is made of: a field that hands in what is typed, a choice, a stepper, a dialog.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "./desk";
import type { Path } from "./edits";
import { _ } from "./texts";
import type { Named } from "./vocabulary";
import { Icon } from "./icons";

const FILLER = "…"; // what stands in a new text until it is written
const PAUSE = 15; // milliseconds after a key before what is typed goes into the file

/** Returns the pointer of a path, as problems name places. */
export function pointer(path: Path): string {
  return path.map((key) => `/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`).join("");
}

export interface FieldProps {
  label: string;
  path: Path;
  value: string;
  /** Writes the value; without it, the text at the path is set, or taken away where it is empty. */
  write?: (value: string, field: string) => void;
  several?: boolean; // more than one paragraph
  shown?: boolean; // the label stands above the field
  hint?: string;
  placeholder?: string;
  options?: string[];
  enter?: () => void;
  needed?: boolean; // an empty text stays in the file, and is a problem there
  field?: (element: HTMLTextAreaElement | null) => void;
  class?: string;
}

/** A text of the file. What is typed goes in after a moment, on leaving, and before anything else is done. */
export function Field(props: FieldProps) {
  const { label, path, value, several, shown = true, hint, placeholder, enter } = props;
  const desk = useDesk();
  const id = useId();
  const at = pointer(path);
  const [draft, setDraft] = useState<string | null>(null);
  const newest = useRef(props);
  newest.current = props;
  const typed = useRef<string | null>(null);
  const timer = useRef(0);
  const box = useRef<HTMLTextAreaElement>(null);

  const hand = (): void => {
    clearTimeout(timer.current);
    timer.current = 0;
    const words = typed.current;
    if (words === null) return;
    typed.current = null;
    const now = newest.current;
    if (words === now.value) return;
    if (now.write) now.write(words, at);
    else if (now.needed) desk.set(now.path, words, at);
    else desk.put(now.path, words, at);
  };
  useEffect(() => desk.register(hand), [desk]);
  useEffect(() => hand, []);
  // as the field appears, and not a frame later: a key may have come by then
  useLayoutEffect(() => {
    typed.current = null;
    setDraft(null);
  }, [desk.epoch]);
  useEffect(() => {
    if (typed.current === null) setDraft(null);
  }, [value]);
  const words = draft ?? value;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight + 2}px`;
  }, [words]);

  const change = (event: { currentTarget: HTMLTextAreaElement }): void => {
    const now = event.currentTarget.value.replace(several ? /\r/g : /[\r\n]+/g, several ? "" : " ");
    typed.current = now;
    setDraft(now);
    if (!timer.current) timer.current = window.setTimeout(hand, PAUSE);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || several || event.isComposing) return;
    event.preventDefault();
    hand();
    enter?.();
  };
  const writeOver = (event: { currentTarget: HTMLTextAreaElement }): void => {
    if (event.currentTarget.value === FILLER) event.currentTarget.select();
  };
  return (
    <div class={`field ${props.class ?? ""}`}>
      <label for={id} class={shown ? "label" : "unseen"}>{label}</label>
      <textarea
        id={id}
        ref={(element) => {
          box.current = element;
          props.field?.(element);
        }}
        rows={several ? 3 : 1}
        value={words}
        placeholder={placeholder}
        spellcheck
        data-pointer={at}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={change}
        onKeyDown={key}
        onFocus={writeOver}
        onClick={writeOver}
        onBlur={() => (hand(), setDraft(null))}
      />
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  rows: Named[];
  onPick: (id: string) => void;
  shown?: boolean;
  none?: string; // what the empty choice is called, where there is one
  pointer?: string;
  class?: string;
}

/** One of several, by name. */
export function Choice({ label, value, rows, onPick, shown = false, none, pointer: at, ...rest }: ChoiceProps) {
  const id = useId();
  const known = value === "" || rows.some((row) => row.id === value);
  return (
    <div class={`choice ${rest.class ?? ""}`}>
      <label for={id} class={shown ? "label" : "unseen"}>{label}</label>
      <select id={id} value={value} data-pointer={at} onChange={(event) => onPick(event.currentTarget.value)}>
        {(none !== undefined || value === "") && <option value="">{none ?? "…"}</option>}
        {!known && <option value={value}>{value} ?</option>}
        {rows.map((row) => <option key={row.id} value={row.id}>{row.title}</option>)}
      </select>
    </div>
  );
}

/** A small whole number, one step at a time. */
export function Stepper(props: { label: string; value: number; least: number; most: number; signed?: boolean; onStep: (value: number) => void }) {
  const { label, value, least, most, signed, onStep } = props;
  const told = signed && value > 0 ? `+${value}` : String(value).replace("-", "−");
  const key = (event: KeyboardEvent): void => {
    const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = value + step;
    if (least <= next && next <= most) onStep(next);
  };
  return (
    <div class="stepper" role="group" aria-label={label}>
      <button type="button" aria-label={_("{name}: less", { name: label })} disabled={value <= least} onClick={() => onStep(value - 1)}>−</button>
      <span role="spinbutton" tabIndex={0} aria-label={label} aria-valuenow={value} aria-valuemin={least} aria-valuemax={most} aria-valuetext={told} onKeyDown={key}>
        {label} <b>{told}</b>
      </span>
      <button type="button" aria-label={_("{name}: more", { name: label })} disabled={value >= most} onClick={() => onStep(value + 1)}>+</button>
    </div>
  );
}

/** A dialog over the page; Escape and its button close it, and the focus goes back to where it was. */
export function Dialog(props: { title: string; onClose: () => void; children: ComponentChildren; wide?: boolean }) {
  const box = useRef<HTMLDialogElement>(null);
  const gone = useRef(false);
  const id = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    const shown = box.current!;
    shown.showModal();
    return () => {
      gone.current = true;
      shown.close(); // while it stands open, nothing behind it takes the focus
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const backdrop = (event: MouseEvent): void => {
    if (event.target === box.current) props.onClose();
  };
  const leave = (event: Event): void => {
    event.preventDefault(); // it closes by being taken away, so that one asked for again meanwhile still stands there
    props.onClose();
  };
  return (
    <dialog ref={box} class={props.wide ? "wide" : ""} aria-labelledby={id} onClose={() => gone.current || props.onClose()} onClick={backdrop} onCancel={leave}>
      <div class="dialog">
        <header>
          <h2 id={id}>{props.title}</h2>
          <button type="button" class="quiet" onClick={props.onClose} aria-label={_("Close")}><Icon name="close" /></button>
        </header>
        {props.children}
      </div>
    </dialog>
  );
}

/** Buttons that move one of several up and down, double it and take it away. */
export function Tools(props: { name: string; n: number; count: number; onMove?: (to: number) => void; onDouble?: () => void; onDelete: () => void; children?: ComponentChildren }) {
  const { name, n, count, onMove, onDouble, onDelete } = props;
  return (
    <div class="tools">
      {props.children}
      {onMove && <button type="button" class="quiet" disabled={n === 0} aria-label={_("Move up: {name}", { name })} title={_("Move up (Alt+↑)")} onClick={() => onMove(n - 1)}><Icon name="up" /></button>}
      {onMove && <button type="button" class="quiet" disabled={n === count - 1} aria-label={_("Move down: {name}", { name })} title={_("Move down (Alt+↓)")} onClick={() => onMove(n + 1)}><Icon name="down" /></button>}
      {onDouble && <button type="button" class="quiet" aria-label={_("Duplicate: {name}", { name })} title={_("Duplicate")} onClick={onDouble}><Icon name="double" /></button>}
      <button type="button" class="quiet" aria-label={_("Delete: {name}", { name })} title={_("Delete")} onClick={onDelete}><Icon name="close" /></button>
    </div>
  );
}

/** Lets Alt with an arrow move a row, wherever in it the focus is. */
export function movedByKeys(n: number, count: number, onMove: (to: number) => void): (event: KeyboardEvent) => void {
  return (event) => {
    const to = event.altKey ? { ArrowUp: n - 1, ArrowDown: n + 1 }[event.key] : undefined;
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to >= 0 && to < count) onMove(to);
  };
}

/** A part that opens and closes; `open` says how it begins. */
export function Fold(props: { title: string; told?: string; open?: boolean; children: ComponentChildren }) {
  const [open] = useState(props.open);
  return (
    <details class="fold" open={open}>
      <summary>{props.title}{props.told && <span class="told">{props.told}</span>}</summary>
      <div class="folded">{props.children}</div>
    </details>
  );
}

/** Asks for a few words, for something new. */
export function AskName(props: { title: string; label: string; done: string; about?: string; onDone: (words: string) => void; onClose: () => void }) {
  const [words, setWords] = useState("");
  const id = useId();
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      <form
        class="ask"
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim()) props.onDone(words.trim());
        }}
      >
        {props.about && <p class="hint">{props.about}</p>}
        <label for={id} class="label">{props.label}</label>
        <input id={id} value={words} autofocus onInput={(event) => setWords(event.currentTarget.value)} />
        <div class="row end">
          <button type="button" class="plain" onClick={props.onClose}>{_("Cancel")}</button>
          <button type="submit" class="primary" disabled={!words.trim()}>{props.done}</button>
        </div>
      </form>
    </Dialog>
  );
}

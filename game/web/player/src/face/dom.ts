// Elements in few words. Texts always go in as text, never as HTML.

export type Child = Node | string | null | undefined | false | Child[];
export type Props = Record<string, unknown>;

/** Returns an element; `onclick` and its like become listeners, `class` the class, booleans attributes without value. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props?: Props | null,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  dress(made, props);
  put(made, children);
  return made;
}

/** Returns an element of a drawing. */
export function s(tag: string, props?: Props | null, ...children: Child[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  dress(made, props);
  put(made, children);
  return made;
}

function dress(made: Element, props: Props | null | undefined): void {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.slice(2), value as EventListener);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
}

function put(onto: Element, children: Child[]): void {
  for (const child of children.flat(9) as Child[]) {
    if (child instanceof Node) onto.append(child);
    else if (typeof child === "string" && child) onto.append(child);
  }
}

let mayFocus = (): boolean => true;

/** From now on the page moves the focus only while this holds: beside an author who types, it must not. */
export function focusOnlyWhile(holds: () => boolean): void {
  mayFocus = holds;
}

/** Puts the focus on something that is not a control, without a jump of the page. */
export function focusOn(target: HTMLElement | null | undefined): void {
  if (!target || !mayFocus()) return;
  if (!target.matches("button,input,textarea,a[href],[tabindex]")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

/** The paragraphs of a text; single line breaks inside one are only wrapping. */
export function paragraphs(text: string): HTMLElement[] {
  const parts = text.split("\n\n").map((part) => part.split(/\s+/).filter(Boolean).join(" "));
  return parts.filter(Boolean).map((part) => h("p", null, part));
}

/** The words in quotes, once. */
export function quoted(words: string): string {
  return words.startsWith("“") ? words : `“${words.replace(/^"+|"+$/g, "")}”`;
}

// What a screen is: something to show, the title of the page meanwhile, and what keys mean on it.

export interface View {
  /** Its name, for tests and for the style sheet. */
  readonly name: string;
  /** What the page is called while it shows. */
  readonly title: string;
  readonly element: HTMLElement;
  /** Where the focus goes when it opens; the first heading without. */
  readonly focus?: HTMLElement | null;
  /** It stands on the page for the first time. */
  settled?(): void;
  /** Answers a key; true when it did. */
  key?(event: KeyboardEvent): boolean;
  /** The page's pictures have all come. */
  refresh?(): void;
  /** It was covered by a sheet and shows again. */
  again?(): void;
}

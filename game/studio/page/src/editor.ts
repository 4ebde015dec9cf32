// The text: CodeMirror with what an author needs, all of it by keyboard. Tab leaves the editor.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, type Extension, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, type ViewUpdate } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Problem } from "./buffer";
import { fromServer } from "./sync";
import { _ } from "./texts";

const MOST_PAUSE = 1500; // milliseconds between two commits of one field that are still one step to undo

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: "y-key" },
  { tag: tags.comment, class: "y-comment" },
  { tag: [tags.string, tags.content], class: "y-text" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], class: "y-sign" },
]);

/** A form's field that is typed in goes on as one step to undo; any other edit of the form is a step of its own. */
class Steps {
  private last: string | undefined;
  private at = 0;

  join(transaction: Transaction, adjacent: boolean): boolean {
    const field = transaction.annotation(fromServer);
    if (field === undefined) return adjacent && this.last === undefined;
    return field !== "" && field === this.last && Date.now() - this.at < MOST_PAUSE;
  }

  note(update: ViewUpdate): void {
    for (const transaction of update.transactions) {
      if (!transaction.docChanged) continue;
      this.last = transaction.annotation(fromServer);
      this.at = Date.now();
    }
  }
}

export interface Text {
  view: EditorView;
  /** What the language server adds, once the text is looked at. */
  language: Compartment;
}

/** Returns the editor; `changed` is told of everything that happens to it. */
export function makeText(parent: HTMLElement, changed: (update: ViewUpdate) => void): Text {
  const language = new Compartment();
  const steps = new Steps();
  const nonce = document.querySelector<HTMLScriptElement>("#script")?.nonce ?? "";
  const extensions: Extension[] = [
    EditorView.cspNonce.of(nonce),
    lineNumbers(),
    codeFolding(),
    foldGutter(),
    lintGutter(),
    history({ newGroupDelay: MOST_PAUSE, joinToEvent: (transaction, adjacent) => steps.join(transaction, adjacent) }),
    drawSelection(),
    indentOnInput(),
    indentUnit.of("  "),
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    search({ top: true }),
    yaml(),
    syntaxHighlighting(COLOURS),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ spellcheck: "true", autocorrect: "off", "aria-label": _("The scenario as text") }),
    EditorState.phrases.of(phrases()),
    language.of([]),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...completionKeymap, ...lintKeymap]),
    EditorView.updateListener.of((update) => (steps.note(update), changed(update))),
  ];
  return { view: new EditorView({ parent, state: EditorState.create({ extensions }) }), language };
}

/** Marks the problems in the text, each with its mends. */
export function showProblems(view: EditorView, problems: Problem[]): void {
  const length = view.state.doc.length;
  const inside = (at: number): number => Math.max(0, Math.min(at, length));
  const marks = problems.map((problem): Diagnostic => {
    const severity = problem.severity === "error" || problem.severity === "warning" ? problem.severity : "info";
    const actions = problem.fixes.map(({ title, changes }) => ({ name: title, apply: () => view.dispatch({ changes }) }));
    return { from: inside(problem.from), to: inside(Math.max(problem.from, problem.to)), severity, message: problem.words, actions };
  });
  view.dispatch(setDiagnostics(view.state, marks));
}

/** Puts the cursor at a place and shows it. */
export function goTo(view: EditorView, from: number): void {
  const anchor = Math.max(0, Math.min(from, view.state.doc.length));
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "start", yMargin: 40 }) });
}

function phrases(): Record<string, string> {
  return {
    Find: _("Find"),
    Replace: _("Replace"),
    next: _("next"),
    previous: _("previous"),
    all: _("all"),
    replace: _("replace"),
    "replace all": _("replace all"),
    "match case": _("match case"),
    regexp: _("pattern"),
    "by word": _("by word"),
    close: _("close"),
    "Diagnostics": _("Problems"),
    "No diagnostics": _("No problems"),
  };
}

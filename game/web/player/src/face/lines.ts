// How lines look: as speech under a name, as a stage direction, or as bubbles on a phone.
import { _ } from "../core";
import type { Line, Scenario } from "../core";
import { h } from "./dom";

/** The name of who says a line; empty for narration. */
export function speakerOf(scenario: Scenario, line: Line): string {
  if (line.speaker === "narration") return "";
  return line.speaker === "you" ? _("You") : (scenario.cast[line.speaker]?.name ?? line.speaker);
}

/** Returns one line; `before` is the one above it, whose name need not be said again. */
export function spoken(scenario: Scenario, line: Line, before: Line | undefined, phone: boolean): HTMLElement {
  const name = speakerOf(scenario, line);
  const kind = line.speaker === "you" ? "mine" : name ? "theirs" : "told";
  const told = h("div", { class: `line ${kind}${phone ? " bubble" : ""}` });
  if (name) {
    const again = before?.speaker === line.speaker;
    told.append(h("span", { class: again || phone ? "who unseen" : "who" }, `${name}${again || phone ? ": " : ""}`));
  }
  told.append(h("p", null, line.text));
  return told;
}

/** Returns lines one under another. */
export function transcript(scenario: Scenario, lines: Line[], phone = false): HTMLElement[] {
  return lines.map((line, n) => spoken(scenario, line, lines[n - 1], phone));
}

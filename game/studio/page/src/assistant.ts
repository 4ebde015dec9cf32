// The language server beside the text: completion, what a word means, rename, definition. Made when the text is first
// looked at; problems come with the buffer's own socket.
import { findReferencesKeymap, hoverTooltips, jumpToDefinitionKeymap, LSPClient, renameKeymap, serverCompletion, type Transport } from "@codemirror/lsp-client";
import { keymap } from "@codemirror/view";
import { socket } from "./server";
import type { Text } from "./editor";

const NAME = /^[\w-]*$/; // while one is typed, the same proposals are narrowed down

/** Connects the text with its language server. */
export async function assist(text: Text, file: string): Promise<void> {
  const line = socket("/lsp", file);
  const hearers = new Set<(message: string) => void>();
  line.onmessage = (event) => hearers.forEach((hear) => hear(String(event.data)));
  await new Promise<void>((open, fail) => {
    line.onopen = () => open();
    line.onerror = () => fail(new Error("no language server"));
  });
  const transport: Transport = {
    send: (message) => line.send(message),
    subscribe: (hear) => void hearers.add(hear),
    unsubscribe: (hear) => void hearers.delete(hear),
  };
  const client = new LSPClient({ sanitizeHTML: plain, timeout: 60_000 }).connect(transport);
  const keys = keymap.of([...renameKeymap, ...jumpToDefinitionKeymap, ...findReferencesKeymap]);
  const uri = `file:///${encodeURIComponent(file)}.yaml`;
  text.view.dispatch({ effects: text.language.reconfigure([client.plugin(uri, "yaml"), serverCompletion({ validFor: NAME }), hoverTooltips(), keys]) });
  line.onclose = () => text.view.dispatch({ effects: text.language.reconfigure([]) });
}

const KEPT = new Set(["P", "EM", "STRONG", "CODE", "UL", "OL", "LI", "BR", "PRE", "H1", "H2", "H3", "HR", "BLOCKQUOTE"]);

/** Returns what a help text may show: words and their emphasis, no links, scripts, pictures or attributes. */
export function plain(html: string): string {
  const from = new DOMParser().parseFromString(html, "text/html");
  for (const one of [...from.body.querySelectorAll("*")].reverse()) {
    for (const { name } of [...one.attributes]) one.removeAttribute(name);
    if (/^(SCRIPT|STYLE|TEMPLATE|IFRAME|OBJECT|SVG|MATH)$/i.test(one.tagName)) one.remove();
    else if (!KEPT.has(one.tagName)) one.replaceWith(...one.childNodes);
  }
  return from.body.innerHTML;
}

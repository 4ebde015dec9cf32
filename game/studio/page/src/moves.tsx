// What an option does, by meaning: each move with the words of the option that make it true.
import { useMemo, useState } from "preact/hooks";
import { useDesk } from "./desk";
import { isData, list, text, type Data, type Json, type Path } from "./edits";
import { AsText } from "./own";
import { _ } from "./texts";
import { asWords, type Move } from "./vocabulary";
import { Dialog, pointer } from "./widgets";
import { Icon } from "./icons";

interface MovesProps {
  path: Path;
  value: Json | undefined;
  words: string; // of the option
  selected: () => string; // the words that are selected in it now
}

/** Returns the moves of an option with their evidence; "" where a move has none. */
export function readMoves(value: Json | undefined): [string, string][] | null {
  if (isData(value)) return Object.entries(value).every(([, quote]) => typeof quote !== "object") ? Object.entries(value).map(([id, quote]) => [id, text(quote)]) : null;
  const rows = list(value);
  return rows.every((id) => typeof id === "string") ? rows.map((id) => [text(id), ""]) : null;
}

/** Returns words as evidence is held against them: whatever their capitals, blanks and quotation marks. */
export function comparable(words: string): string {
  return words.replace(/[‘’“”"`´]/g, "'").toLowerCase().split(/\s+/).filter(Boolean).join(" ");
}

export function Moves({ path, value, words, selected }: MovesProps) {
  const desk = useDesk();
  const [picking, setPicking] = useState<string | null>(null);
  const rows = readMoves(value);
  if (rows === null) return <AsText path={path} value={value ?? null} />;
  const write = (next: [string, string][]): void => desk.put(path, next.length ? (Object.fromEntries(next) as Data) : undefined);
  const open = (): void => {
    desk.flush();
    setPicking(selected() || words);
  };
  return (
    <div class="moves" role="group" aria-label={_("What you do with these words")} data-pointer={pointer(path)}>
      <span class="label">{_("what you do")}</span>
      <ul>
        {rows.map(([id, quote]) => (
          <Chip
            key={id}
            move={desk.words.moves.find((one) => one.id === id)}
            id={id}
            quote={quote}
            found={quote !== "" && comparable(words).includes(comparable(quote))}
            onQuote={() => write(rows.map((row) => (row[0] === id ? [id, selected() || words] : row)))}
            onRemove={() => write(rows.filter((row) => row[0] !== id))}
          />
        ))}
      </ul>
      <button type="button" class="add" disabled={!words} title={_("Select the words that do it first, then pick what they do.")} onClick={open}>
        {_("+ what these words do")}
      </button>
      {picking !== null && (
        <PickMove
          words={words}
          quote={picking}
          taken={rows.map(([id]) => id)}
          onClose={() => setPicking(null)}
          onPick={(id, quote) => (setPicking(null), write([...rows, [id, quote]]))}
        />
      )}
    </div>
  );
}

function Chip(props: { move: Move | undefined; id: string; quote: string; found: boolean; onQuote: () => void; onRemove: () => void }) {
  const { move, id, quote, found, onQuote, onRemove } = props;
  const name = move?.meaning ?? asWords(id);
  return (
    <li class={`move ${move?.gate ? "gate" : move?.good === false ? "weak" : "good"}`}>
      <span class="name" title={move?.did}>{name}</span>
      {move?.limit && <span class="limit">{_("hard limit: {limit}", { limit: move.limit })}</span>}
      <button
        type="button"
        class={`quote ${found ? "" : "lost"}`}
        title={_("Select other words of the line, then press here")}
        aria-label={found ? _("{name} by the words “{quote}”: take the selected words instead", { name, quote }) : _("{name}: its words are not in the line. Take the selected words.", { name })}
        onClick={onQuote}
      >
        {found ? `“${quote}”` : quote ? _("“{quote}” is not in the line any more", { quote }) : _("which words?")}
      </button>
      <button type="button" class="quiet" aria-label={_("Take away: {name}", { name })} onClick={onRemove}><Icon name="close" /></button>
    </li>
  );
}

interface PickProps {
  words: string;
  quote: string;
  taken: string[];
  onPick: (id: string, quote: string) => void;
  onClose: () => void;
}

/** Every move beside what only looks like it, found by any of its words. */
function PickMove({ words, quote, taken, onPick, onClose }: PickProps) {
  const { words: known } = useDesk();
  const [sought, setSought] = useState("");
  const [chosen, setChosen] = useState(quote);
  const pairs = useMemo(() => paired(known.moves), [known]);
  const asked = comparable(sought).split(" ").filter(Boolean);
  const fits = (whole: boolean) => (move: Move): boolean => {
    const told = comparable([move.name, move.did, move.meaning, move.person_effect ?? "", asWords(move.id), move.limit ?? "", move.also].join(" "));
    const known = ` ${told.replace(/[^\p{L}\p{N}']+/gu, " ")} `;
    return asked.every((word) => (whole ? known.includes(` ${word} `) : told.includes(word)));
  };
  const rank = (pair: { good: Move[]; weak: Move[] }): number => ([...pair.good, ...pair.weak].some(fits(true)) ? 0 : 1);
  const shown = pairs.filter((pair) => [...pair.good, ...pair.weak].some(fits(false))).sort((one, other) => rank(one) - rank(other));
  const select = (element: HTMLTextAreaElement): void => {
    const part = element.value.slice(element.selectionStart, element.selectionEnd).trim();
    if (part) setChosen(part);
  };
  return (
    <Dialog title={_("What do these words do?")} onClose={onClose} wide>
      <div class="evidence">
        <label class="label" for="evidence">{_("Select the words that make it true:")}</label>
        <textarea id="evidence" readOnly rows={2} value={words} onSelect={(event) => select(event.currentTarget)} />
        <p aria-live="polite">{_("The words: “{words}”", { words: chosen })}</p>
      </div>
      <label class="label" for="sought">{_("Search")}</label>
      <input id="sought" type="text" autofocus value={sought} placeholder={_("fee, sorry, consent, silence …")} onInput={(event) => setSought(event.currentTarget.value)} />
      <div class="pairs" role="list">
        <div class="heads" aria-hidden="true" hidden={!shown.length}><b>{_("Good")}</b><b>{_("What only looks like it")}</b></div>
        {shown.map((pair, n) => (
          <div class="pair" role="listitem" key={n}>
            {[pair.good, pair.weak].map((side, at) => (
              <div key={at}>
                {side.length > 0 && <b class="side-head">{at ? _("What only looks like it") : _("Good")}</b>}
                {side.map((move) => (
                  <MoveButton key={move.id} move={move} dim={!fits(false)(move)} taken={taken.includes(move.id)} onPick={() => onPick(move.id, chosen)} />
                ))}
              </div>
            ))}
          </div>
        ))}
        {!shown.length && <p>{_("Nothing is called that. Try a plainer word, or an empty search to see all.")}</p>}
      </div>
    </Dialog>
  );
}

function MoveButton({ move, dim, taken, onPick }: { move: Move; dim: boolean; taken: boolean; onPick: () => void }) {
  const gains = [
    ...(move.raises.length ? [_("for: {what}", { what: move.raises.join(", ") })] : []),
    ...(move.lowers.length ? [_("against: {what}", { what: move.lowers.join(", ") })] : []),
  ];
  return (
    <button type="button" class={`pick ${move.good ? "good" : "weak"} ${dim ? "dim" : ""}`} disabled={taken} onClick={onPick}>
      <b>{move.meaning}</b>
      <span>{move.did}</span>
      {move.person_effect && <span class="does">{move.person_effect}</span>}
      {move.gate && <span class="limit">{_("A hard limit: {limit}", { limit: move.limit ?? "" })}</span>}
      <span class="gains">{gains.join(" · ") || _("no points either way")}</span>
    </button>
  );
}

/** Returns the moves in pairs: good ones beside those that only look like them. */
function paired(moves: Move[]): { good: Move[]; weak: Move[] }[] {
  const good = moves.filter((move) => move.good).map((move) => ({ good: [move], weak: moves.filter((other) => other.only_looks_like === move.id) }));
  const placed = new Set(good.flatMap((pair) => pair.weak));
  const alone = moves.filter((move) => !move.good && !placed.has(move));
  return [...good, ...alone.map((move) => ({ good: [], weak: [move] }))];
}

// One option: what you say or do, what that is, what it does to the client and the story, what answers, and where it goes.
import { useRef } from "preact/hooks";
import { useDesk, type Desk } from "./desk";
import { Condition, factsOf } from "./conditions";
import { isData, list, mapping, read, text, type Data, type Edit, type Json, type Path } from "./edits";
import { Lines } from "./line_rows";
import { Moves, readMoves } from "./moves";
import { AsText, Others } from "./own";
import { askedFor, facts, factWords, optionIds } from "./story";
import { _ } from "./texts";
import { asId, asWords, type Named } from "./vocabulary";
import { Ways } from "./ways";
import { Choice, Field, Fold, movedByKeys, pointer, Stepper, Tools } from "./widgets";
import { Icon } from "./icons";

const KNOWN = ["id", "say", "do", "moves", "client", "goto", "when", "needs", "locked", "once", "sets", "opens", "repairs", "reply", "feedback", "instead"];

const LET_PASS = 8; // characters that one option may be longer than another: two words

/** The options of a scene. */
export function Options({ scene, value }: { scene: string; value: Json | undefined }) {
  const desk = useDesk();
  const path: Path = ["nodes", scene, "options"];
  const options = list(value);
  const add = (): void => {
    const before = options[options.length - 1];
    const goto = isData(before) ? before["goto"] : undefined;
    const fresh: Data = { id: newId(desk, scene), say: "", ...(goto === undefined ? {} : { goto }) };
    desk.edit(options.length ? { op: "insert", path: [...path, options.length], value: fresh } : { op: "set", path, value: [fresh] });
    desk.wanted = pointer([...path, options.length, "say"]);
  };
  return (
    <section class="card options" aria-label={_("What you can say or do")}>
      <h3>{_("What you can say or do")}</h3>
      {!options.length && <p class="empty">{_("Nothing yet. Write the tempting lines first: what would a kind, busy person say? Then the line that costs a little. Three or four make a good choice.")}</p>}
      {options.map((option, n) => <OptionForm key={text(mapping(option)["id"]) || n} path={[...path, n]} whole={path} value={option} n={n} count={options.length} scene={scene} />)}
      <button type="button" class="add" onClick={add}>{_("+ option")}</button>
    </section>
  );
}

function newId(desk: Desk, scene: string): string {
  return asId(`${scene} ${list(mapping(mapping(desk.data["nodes"])[scene])["options"]).length + 1}`, optionIds(desk.data), "option");
}

/** Returns what goes when an option is deleted, as sentences. */
export function consequences(desk: Desk, option: Data): string[] {
  const left = [...factsOf(option["sets"]), text(option["opens"]), option["repairs"] ? `${text(option["repairs"])}-repaired` : ""].filter(Boolean);
  return left
    .map((fact) => ({ fact, times: askedFor(desk.data, fact) }))
    .filter(({ times }) => times > 0)
    .map(({ fact, times }) => _("“{fact}” is asked for in {times} places, and may never happen then.", { fact: factWords(desk.data, fact), times }));
}

interface FormProps {
  path: Path;
  whole: Path;
  value: Json;
  n: number;
  count: number;
  scene: string;
}

function OptionForm({ path, whole, value, n, count, scene }: FormProps) {
  const desk = useDesk();
  const box = useRef<HTMLTextAreaElement | null>(null);
  const name = _("option {n}", { n: n + 1 });
  if (!isData(value)) return <AsText path={path} value={value} onDelete={() => desk.edit({ op: "delete", path })} />;
  const acts = value["do"] !== undefined && value["say"] === undefined;
  const key = acts ? "do" : "say";
  const words = text(value[key]);
  const remove = (): void => {
    const lost = consequences(desk, value);
    if (lost.length && !confirm([_("Delete {name}?", { name }), ...lost].join("\n"))) return;
    desk.edit(count === 1 ? { op: "set", path: whole, value: [] } : { op: "delete", path });
  };
  const double = (): void => {
    const { id: _old, ...rest } = value;
    desk.edit({ op: "insert", path: [...whole, n + 1], value: { id: newId(desk, scene), ...rest } });
  };
  const move = (to: number): void => {
    desk.edit({ op: "move", path, to });
    desk.wanted = pointer([...whole, to, key]);
  };
  const turn = (to: string): void => {
    if (to === key) return;
    const rows = Object.entries(value).map(([name, one]) => [name === key ? to : name, one]);
    desk.set(path, Object.fromEntries(rows) as Data);
  };
  // Pressing a button takes the selection's focus, but not the selection.
  const selected = (): string => {
    const element = box.current;
    return element ? element.value.slice(element.selectionStart, element.selectionEnd).trim() : "";
  };
  const count_ = counted(words);
  return (
    <article class="option" aria-label={name} onKeyDown={movedByKeys(n, count, move)}>
      <header class="row">
        <b class="number" aria-hidden="true">{n + 1}</b>
        <Choice label={_("Say or do, {name}", { name })} value={key} rows={[{ id: "say", title: _("You say") }, { id: "do", title: _("You do") }]} onPick={turn} />
        <span class="count">{_("{count} words", { count: count_ })}</span>
        {standsOut(words, list(read(desk.data, whole))) && <span class="hint">{_("over a fifth longer than the shortest: players guess by length")}</span>}
        <span class="gap" />
        <Tools name={name} n={n} count={count} onMove={move} onDouble={double} onDelete={remove} />
      </header>
      <Field
        label={acts ? _("What you do, {name}", { name }) : _("What you say, {name}", { name })}
        shown={false}
        path={[...path, key]}
        value={words}
        needed
        placeholder={acts ? _("Wait. Let the silence be.") : _("The words you say")}
        field={(element) => (box.current = element)}
        class="words"
      />
      <Moves path={[...path, "moves"]} value={value["moves"]} words={words} selected={selected} />
      <ClientState path={[...path, "client"]} value={value["client"]} />
      <Ways path={[...path, "goto"]} value={value["goto"]} label={_("then it goes to")} />
      <Fold title={_("Answer, feedback, another line")} told={answered(desk, value)} open={!list(value["reply"]).length}>
        <span class="label">{_("What answers")}</span>
        <Lines path={[...path, "reply"]} value={value["reply"]} label={_("The answer to {name}", { name })} answer={name} />
        <Field label={_("Feedback: what you did and what it did to them")} path={[...path, "feedback"]} value={text(value["feedback"])} />
        <Field label={_("Another line to try, for a weaker option")} path={[...path, "instead"]} value={text(value["instead"])} hint={weaker(desk, value) && !text(value["instead"]) ? _("This option costs something. Which line would keep its good motive, and do without the cost?") : undefined} />
      </Fold>
      <Fold title={_("What it leaves behind, and when it is there")} told={left(value)}>
        <Facts path={[...path, "sets"]} value={value["sets"]} />
        <Bonds path={path} value={value} />
        <div class="row top">
          <span class="label">{_("It is offered")}</span>
          <Condition label={_("only if")} path={[...path, "when"]} when={value["when"]} onChange={(when) => desk.put([...path, "when"], when)} />
        </div>
        <div class="row top">
          <span class="label">{_("It can be chosen")}</span>
          <Condition label={_("only if")} path={[...path, "needs"]} when={value["needs"]} onChange={(needs) => desk.edit(locking(path, value, needs))} />
        </div>
        {value["needs"] !== undefined && <Field label={_("Why it is locked, in words of the story")} path={[...path, "locked"]} value={text(value["locked"])} />}
        <label class="check">
          <input type="checkbox" checked={text(value["once"]) === "true"} onChange={(event) => desk.put([...path, "once"], event.currentTarget.checked || undefined)} />
          {_("It can be chosen only once in a play")}
        </label>
      </Fold>
      <Others path={path} value={value} known={KNOWN} />
    </article>
  );
}

function counted(words: string): number {
  return words.split(/\s+/).filter(Boolean).length;
}

/** Returns whether an option shows by its length alone, as the check for it counts. */
function standsOut(words: string, options: Json[]): boolean {
  const all = options.filter(isData).map((one) => text(one["say"]) || text(one["do"])).filter(Boolean);
  const shortest = all.reduce((least, one) => (one.length < least.length ? one : least), words);
  return words.length > shortest.length * 1.2 && words.length - shortest.length > LET_PASS;
}

/** Returns whether an option does something that costs. */
function weaker(desk: Desk, option: Data): boolean {
  return (readMoves(option["moves"]) ?? []).some(([id]) => desk.words.moves.find((one) => one.id === id)?.good === false);
}

function locking(path: Path, option: Data, needs: Data | undefined): Edit[] {
  if (needs !== undefined) {
    const reason: Edit[] = option["locked"] === undefined ? [{ op: "set", path: [...path, "locked"], value: _("Not yet.") }] : [];
    return [{ op: "set", path: [...path, "needs"], value: needs }, ...reason];
  }
  const reason: Edit[] = option["locked"] === undefined ? [] : [{ op: "delete", path: [...path, "locked"] }];
  return [{ op: "delete", path: [...path, "needs"] }, ...reason];
}

/** Returns how much of an option's answer is written; where its weakness asks for another line, that it is missing. */
function answered(desk: Desk, option: Data): string {
  const parts = ["reply", "feedback", "instead"].filter((key) => list(option[key]).length);
  const written = _("{count} of 3 written", { count: parts.length });
  return parts.length === 2 && weaker(desk, option) && !text(option["instead"]) ? `${written}: ${_("another line to try is missing")}` : written;
}

function left(option: Data): string {
  const marks = [...factsOf(option["sets"]), text(option["opens"]), text(option["repairs"])].filter(Boolean).map(asWords);
  return [...marks, ...(option["when"] || option["needs"] ? [_("conditional")] : []), ...(text(option["once"]) === "true" ? [_("once")] : [])].join(", ");
}

/** What it does to the client's trust, ease and voice. */
function ClientState({ path, value }: { path: Path; value: Json | undefined }) {
  const desk = useDesk();
  const now = mapping(value);
  const step = (part: string, by: number): void => {
    const next = { ...now, [part]: by };
    const rest = Object.entries(next).filter(([, one]) => Number(one) !== 0);
    desk.put(path, rest.length ? (Object.fromEntries(rest) as Data) : undefined);
  };
  return (
    <div class="row steps-of-state" role="group" aria-label={_("What it does to the client")} data-pointer={pointer(path)}>
      <span class="label">{_("the client afterwards")}</span>
      {desk.words.states.map(({ id, title, meaning }) => (
        <span key={id} title={meaning}>
          <Stepper label={title} value={Number(now[id] ?? 0) || 0} least={-3} most={3} signed onStep={(by) => step(id, by)} />
        </span>
      ))}
    </div>
  );
}

/** What has happened from now on, in the author's own words. */
function Facts({ path, value }: { path: Path; value: Json | undefined }) {
  const desk = useDesk();
  const now = factsOf(value);
  const known = facts(desk.data).filter((fact) => !now.includes(fact));
  const write = (next: string[]): void => desk.put(path, next.length === 1 ? next[0] : next);
  const add = (words: string): void => {
    const fact = asId(words, [], "fact");
    if (words.trim() && !now.includes(fact)) write([...now, fact]);
  };
  return (
    <div class="facts" data-pointer={pointer(path)}>
      <span class="label">{_("From now on it has happened that")}</span>
      {now.map((fact) => (
        <span class="chip fact" key={fact}>
          {asWords(fact)}
          <button type="button" class="quiet" aria-label={_("Take away: {name}", { name: asWords(fact) })} onClick={() => write(now.filter((one) => one !== fact))}><Icon name="close" /></button>
        </span>
      ))}
      <input
        list="known-facts"
        aria-label={_("Something that has happened")}
        placeholder={_("fee waived")}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add(event.currentTarget.value);
          event.currentTarget.value = "";
        }}
        onBlur={(event) => {
          add(event.currentTarget.value);
          event.currentTarget.value = "";
        }}
      />
      <datalist id="known-facts">{known.map((fact) => <option key={fact} value={asWords(fact)} />)}</datalist>
    </div>
  );
}

/** The break in the bond that it opens or repairs. */
function Bonds({ path, value }: { path: Path; value: Data }) {
  const desk = useDesk();
  const rows: Named[] = Object.keys(mapping(desk.data["ruptures"])).map((id) => ({ id, title: asWords(id) }));
  if (!rows.length && !value["opens"] && !value["repairs"])
    return <button type="button" class="link" onClick={() => desk.go("bonds")}>{_("Does something break between you here? Say what, under “Breaks and repairs”.")}</button>;
  return (
    <div class="row">
      <Choice label={_("breaks the bond")} shown value={text(value["opens"])} rows={rows} none={_("no")} onPick={(id) => desk.put([...path, "opens"], id)} />
      <Choice label={_("mends it")} shown value={text(value["repairs"])} rows={rows} none={_("no")} onPick={(id) => desk.put([...path, "repairs"], id)} />
    </div>
  );
}

// The lines of a scene or of an answer: who speaks, with which face, the words, and when they are said.
import { useState } from "preact/hooks";
import { useDesk } from "./desk";
import { list, mapping, read, text, type Json, type Path } from "./edits";
import { Condition, firstCondition } from "./conditions";
import { NARRATION, readLine, THINKS, writeLine, YOU, type Line } from "./lines";
import { AsText } from "./own";
import { Face, PickExpression } from "./pictures";
import { people } from "./story";
import { _ } from "./texts";
import { titled } from "./vocabulary";
import { Choice, Field, movedByKeys, pointer, Tools } from "./widgets";

/** The lines under a path. */
export function Lines({ path, value, label, answer }: { path: Path; value: Json | undefined; label: string; answer?: string }) {
  const desk = useDesk();
  const lines = list(value);
  const add = (after: number): void => {
    const speaker = lastSpeaker(lines.slice(0, after)) ?? people(desk.data)[0]?.[0] ?? NARRATION;
    const fresh = writeLine({ speaker, expression: "", words: "", when: undefined });
    desk.edit(lines.length ? { op: "insert", path: [...path, after], value: fresh } : { op: "set", path, value: [fresh] });
    desk.wanted = pointer([...path, after]);
  };
  return (
    <div class="lines" role="group" aria-label={label}>
      {lines.map((line, n) => (
        <LineRow key={n} path={[...path, n]} value={line} n={n} count={lines.length} whole={path} answer={answer} enter={() => add(n + 1)} />
      ))}
      <button type="button" class="add" onClick={() => add(lines.length)}>{_("+ line")}</button>
    </div>
  );
}

function lastSpeaker(lines: Json[]): string | null {
  for (const line of [...lines].reverse()) {
    const read = readLine(line);
    if (read && read.speaker !== YOU) return read.speaker;
  }
  return null;
}

interface RowProps {
  path: Path;
  whole: Path;
  value: Json;
  n: number;
  count: number;
  answer?: string | undefined; // the option that it answers
  enter: () => void;
}

function LineRow({ path, whole, value, n, count, answer, enter }: RowProps) {
  const desk = useDesk();
  const [picking, setPicking] = useState(false);
  const line = readLine(value);
  const name = answer ? _("answer {n} to {option}", { n: n + 1, option: answer }) : _("line {n}", { n: n + 1 });
  const remove = (): void => (count === 1 ? desk.put(whole, undefined) : desk.edit({ op: "delete", path }));
  const move = (to: number): void => {
    desk.edit({ op: "move", path, to });
    desk.wanted = pointer([...whole, to]);
  };
  if (!line) return <AsText path={path} value={value} onDelete={remove} />;
  const change = (part: Partial<Line>): void => desk.set(path, writeLine({ ...line, ...part }));
  const speakers = [
    { id: NARRATION, title: _("What is seen") },
    ...people(desk.data).map(([id, title]) => ({ id, title })),
    { id: YOU, title: _("You") },
  ];
  const spoken = line.speaker !== NARRATION && line.speaker !== YOU;
  const portrait = text(mapping(read(desk.data, ["cast", line.speaker]))["portrait"]);
  const who = speakers.find((one) => one.id === line.speaker)?.title ?? line.speaker;
  const how = line.expression === THINKS ? _("thinks") : titled(desk.words.expressions, line.expression || "neutral");
  return (
    <div class={`line ${line.expression === THINKS ? "thought" : line.speaker === NARRATION ? "told" : ""}`} role="group" aria-label={name} onKeyDown={movedByKeys(n, count, move)}>
      <Choice label={_("Who speaks")} value={line.speaker} rows={speakers} onPick={(speaker) => change({ speaker })} class="who" />
      {spoken && (
        <button type="button" class="how" onClick={() => setPicking(true)} aria-label={_("{name} looks: {how}", { name: who, how })}>
          {line.expression === THINKS ? <span class="face thought" aria-hidden="true">…</span> : <Face portrait={portrait} expression={line.expression} name={who} />}
          <span>{how}</span>
        </button>
      )}
      <Field
        label={_("The words of {name}", { name })}
        shown={false}
        path={path}
        value={line.words}
        placeholder={spoken ? _("What {name} says", { name: who }) : line.speaker === YOU ? _("What you say") : _("What happens or is seen")}
        write={(words, field) => desk.set(path, writeLine({ ...line, words }), field)}
        enter={enter}
        class="words"
      />
      <Tools name={name} n={n} count={count} onMove={move} onDouble={() => desk.edit({ op: "insert", path: [...whole, n + 1], value })} onDelete={remove}>
        {line.when === undefined && <button type="button" class="quiet" onClick={() => change({ when: firstCondition(desk.data) })}>{_("only if …")}</button>}
      </Tools>
      {line.when !== undefined && <Condition label={_("only if")} path={[...path, "when"]} when={line.when} onChange={(when) => change({ when })} />}
      {picking && (
        <PickExpression portrait={portrait} name={who} now={line.expression} onClose={() => setPicking(false)} onPick={(expression) => (setPicking(false), change({ expression }))} />
      )}
    </div>
  );
}

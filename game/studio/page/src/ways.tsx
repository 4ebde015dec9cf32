// Where a choice or a scene leads: one scene, or one of several that depends on what has happened.
import { useState } from "preact/hooks";
import { useDesk, type Desk } from "./desk";
import { isData, text, type Data, type Edit, type Json, type Path } from "./edits";
import { Condition } from "./conditions";
import { AsText } from "./own";
import { isEnding, scenes, titleOf } from "./story";
import { _ } from "./texts";
import { AskName, Choice, pointer } from "./widgets";
import { Icon } from "./icons";

const NEW_SCENE = "+scene";
const NEW_ENDING = "+ending";
const SEVERAL = "+several";

/** Lets the author say where it goes. */
export function Ways({ path, value, label }: { path: Path; value: Json | undefined; label: string }) {
  const desk = useDesk();
  const [asking, setAsking] = useState<{ kind: "scene" | "ending"; at: Path } | null>(null);
  const pick = (at: Path, to: string): void => {
    if (to === NEW_SCENE || to === NEW_ENDING) setAsking({ kind: to === NEW_SCENE ? "scene" : "ending", at });
    else if (to === SEVERAL) desk.set(path, [{ when: { trust: ">= 5" }, to: text(value) || first(desk) }, { to: text(value) || first(desk) }]);
    else desk.put(at, to);
  };
  const made = (title: string): void => {
    if (!asking) return;
    const { id, edit } = desk.newScene(title, asking.kind, desk.scene);
    setAsking(null);
    desk.edit([edit, { op: "set", path: asking.at, value: id } as Edit]);
  };
  return (
    <div class="ways">
      {Array.isArray(value) ? (
        <Several path={path} ways={value} label={label} pick={pick} />
      ) : (
        <Target label={label} value={text(value)} at={path} pick={pick} several />
      )}
      {asking && (
        <AskName
          title={asking.kind === "scene" ? _("A new scene") : _("A new ending")}
          label={_("Its title")}
          done={_("Make it")}
          onDone={made}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  );
}

function first(desk: Desk): string {
  return scenes(desk.data)[0]?.[0] ?? "";
}

function Several({ path, ways, label, pick }: { path: Path; ways: Json[]; label: string; pick: (at: Path, to: string) => void }) {
  const desk = useDesk();
  if (!ways.every(isData)) return <AsText path={path} value={ways} />;
  const rows = ways as Data[];
  const change = (n: number, when: Data | undefined): void => {
    const { when: _old, ...rest } = rows[n]!;
    desk.set([...path, n], when ? { when, ...rest } : rest);
  };
  const remove = (n: number): void => {
    const left = rows.filter((_one, at) => at !== n);
    if (left.length === 1 && left[0]!["when"] === undefined) desk.set(path, text(left[0]!["to"]));
    else desk.edit({ op: "delete", path: [...path, n] });
  };
  return (
    <div class="several" role="group" aria-label={label}>
      <span class="label">{_("{label}, the first that holds:", { label })}</span>
      {rows.map((way, n) => (
        <div class="way" key={n}>
          {way["when"] === undefined ? <span class="label">{n ? _("otherwise") : _("always")}</span> : null}
          <Condition label={_("if")} path={[...path, n, "when"]} when={way["when"]} onChange={(when) => change(n, when)} />
          <Target label={_("it goes to")} value={text(way["to"])} at={[...path, n, "to"]} pick={pick} />
          <button type="button" class="quiet" aria-label={_("Take this way away")} onClick={() => remove(n)}><Icon name="close" /></button>
        </div>
      ))}
      <button
        type="button"
        class="add"
        onClick={() => desk.edit({ op: "insert", path: [...path, 0], value: { when: { trust: ">= 5" }, to: text(rows[0]?.["to"]) } })}
      >
        {_("+ another way")}
      </button>
    </div>
  );
}

interface TargetProps {
  label: string;
  value: string;
  at: Path;
  several?: boolean;
  pick: (at: Path, to: string) => void;
}

function Target({ label, value, at, several, pick }: TargetProps) {
  const desk = useDesk();
  const all = scenes(desk.data);
  const rows = [
    ...all.filter(([, one]) => !isEnding(one)).map(([id]) => ({ id, title: titleOf(desk.data, id) })),
    ...all.filter(([, one]) => isEnding(one)).map(([id]) => ({ id, title: _("Ending: {title}", { title: titleOf(desk.data, id) }) })),
    { id: NEW_SCENE, title: _("A new scene …") },
    { id: NEW_ENDING, title: _("A new ending …") },
    ...(several ? [{ id: SEVERAL, title: _("It depends …") }] : []),
  ];
  return (
    <div class="target">
      <Choice label={label} shown value={value} rows={rows} onPick={(to) => pick(at, to)} none={_("nowhere yet")} pointer={pointer(at)} />
      {value && all.some(([id]) => id === value) && (
        <button type="button" class="quiet" aria-label={_("Go to {title}", { title: titleOf(desk.data, value) })} title={_("Go there")} onClick={() => desk.goScene(value)}><Icon name="go" /></button>
      )}
    </div>
  );
}

// Conditions in words: what must have happened, what must not, and how the client must feel.
import { useDesk } from "./desk";
import { isData, list, mapping, text, type Data, type Json, type Path } from "./edits";
import { facts, factWords } from "./story";
import { _, N_ } from "./texts";
import { asWords, titled, type Named } from "./vocabulary";
import { Choice } from "./widgets";
import { Icon } from "./icons";

const COMPARED = /^(>=|<=|==|>|<) *(\d{1,2})$/;
const SIGNS: Named[] = [
  { id: ">=", title: N_("at least") },
  { id: "<=", title: N_("at most") },
  { id: "==", title: N_("exactly") },
];
const STATE = ["trust", "ease", "voice"];

/** One thing that a condition asks for. */
interface Demand {
  kind: string; // has, not, trust, ease, voice
  what: string; // a fact, or a comparison
}

/** Returns what a condition asks for; null where it has a shape that the form does not know. */
export function readCondition(when: Json | undefined): Demand[] | null {
  if (when === undefined) return [];
  if (!isData(when)) return null;
  const found: Demand[] = [];
  for (const [kind, value] of Object.entries(when)) {
    if (kind === "has" || kind === "not") found.push(...list(value).map((fact) => ({ kind, what: text(fact) })));
    else if (STATE.includes(kind) && COMPARED.test(text(value))) found.push({ kind, what: text(value) });
    else return null;
  }
  return found;
}

function written(demands: Demand[]): Data | undefined {
  const made: Data = {};
  for (const { kind, what } of demands) {
    if (STATE.includes(kind)) made[kind] = what;
    else made[kind] = [...list(made[kind]), what];
  }
  return demands.length ? made : undefined;
}

/** Returns a condition as a sentence's part. */
export function inWords(when: Json | undefined, state: Named[]): string {
  const demands = readCondition(when);
  if (demands === null) return _("a condition that stands in the text");
  return demands.map((one) => demandInWords(one, state)).join(_(" and "));
}

function demandInWords({ kind, what }: Demand, state: Named[]): string {
  if (kind === "has") return _("“{fact}” has happened", { fact: asWords(what) });
  if (kind === "not") return _("“{fact}” has not happened", { fact: asWords(what) });
  const [, sign, number] = COMPARED.exec(what) ?? [];
  const told = { ">=": _("at least"), "<=": _("at most"), ">": _("more than"), "<": _("less than") }[sign ?? ""] ?? _("exactly");
  return `${titled(state, kind)} ${told} ${number}`;
}

/** Returns the condition that an author begins with: the first fact that there is, or the client's trust. */
export function firstCondition(data: Data): Data {
  const known = facts(data)[0];
  return known === undefined ? { trust: ">= 5" } : { has: [known] };
}

/** Lets the author say when something holds. */
export function Condition(props: { label: string; path: Path; when: Json | undefined; onChange: (when: Data | undefined) => void }) {
  const desk = useDesk();
  const state = desk.words.states;
  const demands = readCondition(props.when);
  if (demands === null) return <p class="as-text">{_("This condition can be changed in the text.")}</p>;
  const known = facts(desk.data);
  const change = (n: number, one: Demand | null): void => {
    const next = demands.flatMap((old, at) => (at === n ? (one ? [one] : []) : [old]));
    props.onChange(written(next));
  };
  const kinds: Named[] = [
    { id: "has", title: _("this has happened") },
    { id: "not", title: _("this has not happened") },
    ...state.map(({ id, title }) => ({ id, title: _("the client’s {state} is", { state: title }) })),
  ];
  const begin = (kind: string): Demand => ({ kind, what: STATE.includes(kind) ? ">= 5" : (known[0] ?? "a-fact") });
  return (
    <div class="condition" role="group" aria-label={props.label}>
      {demands.length > 0 && <span class="label">{props.label}</span>}
      {demands.map((one, n) => (
        <div class="row" key={n}>
          {n > 0 && <span>{_("and")}</span>}
          <Choice label={_("What is asked")} value={one.kind} rows={kinds} onPick={(kind) => change(n, begin(kind))} />
          {STATE.includes(one.kind) ? (
            <Compared what={one.what} onChange={(what) => change(n, { ...one, what })} />
          ) : (
            <Choice label={_("What has happened")} value={one.what} rows={known.map((id) => ({ id, title: factWords(desk.data, id) }))} onPick={(what) => change(n, { ...one, what })} />
          )}
          <button type="button" class="quiet" aria-label={_("Take this away")} onClick={() => change(n, null)}><Icon name="close" /></button>
        </div>
      ))}
      <button
        type="button"
        class="add"
        onClick={() => props.onChange(written([...demands, begin(known.length ? "has" : "trust")]))}
      >
        {demands.length ? _("+ and …") : _("+ only if …")}
      </button>
    </div>
  );
}

function Compared({ what, onChange }: { what: string; onChange: (what: string) => void }) {
  const [, sign = ">=", number = "5"] = COMPARED.exec(what) ?? [];
  const plain = { ">": [">=", Number(number) + 1], "<": ["<=", Number(number) - 1] }[sign] ?? [sign, Number(number)];
  const rows = SIGNS.map(({ id, title }) => ({ id, title: _(title) }));
  const numbers = Array.from({ length: 11 }, (_none, n) => ({ id: String(n), title: String(n) }));
  return (
    <>
      <Choice label={_("How it is compared")} value={String(plain[0])} rows={rows} onPick={(next) => onChange(`${next} ${plain[1]}`)} />
      <Choice label={_("From 0 to 10")} value={String(plain[1])} rows={numbers} onPick={(next) => onChange(`${plain[0]} ${next}`)} />
    </>
  );
}

/** Returns the facts that a value names. */
export function factsOf(value: Json | undefined): string[] {
  return list(value).map(text).filter(Boolean);
}

/** Returns whether a mapping holds a condition. */
export function conditional(value: Json): boolean {
  return mapping(value)["when"] !== undefined;
}

// What all scenes share: the card and the briefing, the people, breaks in the bond, and what comes after the play.
import { useState } from "preact/hooks";
import { useDesk } from "./desk";
import { isData, list, mapping, text, type Data, type Json, type Path } from "./edits";
import { AsText, Others } from "./own";
import { Face, PickPortrait, PictureText } from "./pictures";
import { Told } from "./problems";
import { Concepts } from "./scene_form";
import { bondWords, people, scenes, titleOf } from "./story";
import { _ } from "./texts";
import { asId, asWords } from "./vocabulary";
import { AskName, Choice, Field, Fold, movedByKeys, pointer, Stepper, Tools } from "./widgets";

const KNOWN = [
  "format", "title", "summary", "briefing", "question", "concepts", "content_notes", "minutes", "level", "varies", "cast", "client",
  "client_state", "ruptures", "start", "nodes", "discussion", "reflection", "teaching", "language", "pictures",
];

/** The card of the library, the briefing, the question, and how it is played. */
export function AboutForm() {
  const desk = useDesk();
  const { data } = desk;
  const opening = scenes(data).map(([id]) => ({ id, title: titleOf(data, id) }));
  return (
    <>
      <section class="card" aria-label={_("About the scenario")}>
        <h3>{_("About the scenario")}</h3>
        <Field label={_("Title")} path={["title"]} value={text(data["title"])} needed />
        <Field label={_("One line for its card")} path={["summary"]} value={text(data["summary"])} needed />
        <Field label={_("Briefing: who, where and what you know")} path={["briefing"]} value={text(data["briefing"])} several needed />
        <Field label={_("The one question to hold while playing")} path={["question"]} value={text(data["question"])} needed />
        <div class="row">
          <Choice label={_("It begins with")} shown value={text(data["start"])} rows={opening} onPick={(id) => desk.set(["start"], id)} />
          <Stepper label={_("Minutes")} value={Number(data["minutes"] ?? 10) || 10} least={1} most={240} onStep={(value) => desk.set(["minutes"], value)} />
          <Stepper label={_("Difficulty")} value={Number(data["level"] ?? 1) || 1} least={1} most={3} onStep={(value) => desk.set(["level"], value)} />
        </div>
        {desk.problems.filter(({ code }) => code === "minutes-off").map(({ words }) => <p class="hint" key={words}><Told words={words} /></p>)}
        <Texts label={_("What a player should know before going in")} path={["content_notes"]} value={data["content_notes"]} add={_("+ note")} />
        <Concepts path={["concepts"]} value={data["concepts"]} />
        <Varies value={data["varies"]} />
        <Field label={_("Language it is written in, as a code (en, es …)")} path={["language"]} value={text(data["language"])} />
        <Others path={[]} value={data} known={KNOWN} />
      </section>
    </>
  );
}

/** Words that change from play to play. */
function Varies({ value }: { value: Json | undefined }) {
  const desk = useDesk();
  const rows = Object.entries(mapping(value));
  const [asking, setAsking] = useState(false);
  return (
    <Fold title={_("Words that change from play to play")} told={rows.map(([name]) => name).join(", ")}>
      <p class="hint">{_("Write its name in curly brackets in a line, and each play takes one of the words.")}</p>
      {rows.map(([name, words]) => (
        <Texts key={name} label={`{${name}}`} path={["varies", name]} value={words} add={_("+ word")} />
      ))}
      <button type="button" class="add" onClick={() => setAsking(true)}>{_("+ words that change")}</button>
      {asking && (
        <AskName
          title={_("Words that change")}
          label={_("What they are called")}
          done={_("Make it")}
          onClose={() => setAsking(false)}
          onDone={(name) => (setAsking(false), desk.set(["varies", asId(name, rows.map(([one]) => one), "word").replace(/-/g, "_")], ["…", "…"]))}
        />
      )}
    </Fold>
  );
}

/** Texts in a row: notes, questions, words. */
export function Texts({ label, path, value, add }: { label: string; path: Path; value: Json | undefined; add: string }) {
  const desk = useDesk();
  const rows = list(value);
  const more = (): void => {
    desk.edit(rows.length ? { op: "insert", path: [...path, rows.length], value: "" } : { op: "set", path, value: [""] });
    desk.wanted = pointer([...path, rows.length]);
  };
  return (
    <div class="texts" role="group" aria-label={label} data-pointer={pointer(path)}>
      <span class="label">{label}</span>
      {rows.map((row, n) => {
        const name = `${label} ${n + 1}`;
        const move = (to: number): void => desk.edit({ op: "move", path: [...path, n], to });
        return (
          <div class="row text-row" key={n} onKeyDown={movedByKeys(n, rows.length, move)}>
            <Field label={name} shown={false} path={Array.isArray(value) ? [...path, n] : path} value={text(row)} needed enter={more} />
            <Tools name={name} n={n} count={rows.length} onMove={move} onDelete={() => (rows.length === 1 ? desk.put(path, undefined) : desk.edit({ op: "delete", path: [...path, n] }))} />
          </div>
        );
      })}
      <button type="button" class="add" onClick={more}>{add}</button>
    </div>
  );
}

/** Who speaks, with their pictures; the client and how they feel at the beginning. */
export function PeopleForm() {
  const desk = useDesk();
  const [asking, setAsking] = useState(false);
  const { data, words } = desk;
  const state = mapping(data["client_state"]);
  return (
    <>
      <section class="card" aria-label={_("The people")}>
        <h3>{_("The people")}</h3>
        {Object.entries(mapping(data["cast"])).map(([id, person]) => <Person key={id} id={id} value={person} />)}
        <button type="button" class="add" onClick={() => setAsking(true)}>{_("+ person")}</button>
      </section>
      <section class="card" aria-label={_("The client at the beginning")}>
        <h3>{_("The client at the beginning")}</h3>
        <Choice label={_("Whose trust, ease and voice count")} shown value={text(data["client"])} rows={people(data).map(([id, title]) => ({ id, title }))} onPick={(id) => desk.set(["client"], id)} />
        <p class="hint">{_("From 0 to 10. Players never see these numbers; they read a face.")}</p>
        <div class="row" data-pointer="/client_state">
          {words.states.map(({ id, title, meaning }) => (
            <span key={id} title={meaning}>
              <Stepper label={title} value={Number(state[id] ?? 5)} least={0} most={10} onStep={(value) => desk.set(["client_state", id], value)} />
              <small class="hint">{meaning}</small>
            </span>
          ))}
        </div>
      </section>
      {asking && (
        <AskName
          title={_("Somebody new")}
          label={_("Their name")}
          done={_("Add them")}
          onClose={() => setAsking(false)}
          onDone={(name) => {
            setAsking(false);
            const id = asId(name.split(/\s+/)[0] ?? name, Object.keys(mapping(data["cast"])), "person");
            desk.edit({ op: "insert", path: ["cast", id], value: { name, pronouns: "they/them", relation: _("someone you know") } });
            desk.wanted = pointer(["cast", id, "relation"]);
          }}
        />
      )}
    </>
  );
}

function Person({ id, value }: { id: string; value: Json }) {
  const desk = useDesk();
  const [picking, setPicking] = useState(false);
  const path: Path = ["cast", id];
  if (!isData(value)) return <AsText path={path} value={value} />;
  const name = text(value["name"]) || asWords(id);
  const portrait = text(value["portrait"]);
  const client = text(desk.data["client"]) === id;
  const remove = (): void => {
    if (confirm(_("Take {name} out? Lines that {name} speaks stay, and are listed as problems.", { name }))) desk.edit({ op: "delete", path });
  };
  return (
    <article class="person" aria-label={name}>
      <button type="button" class="portrait" onClick={() => setPicking(true)} aria-label={_("The portrait of {name}: {title}. Change it.", { name, title: portrait || _("none") })}>
        <Face portrait={portrait} expression="neutral" name={name} />
      </button>
      <div class="grow">
        <div class="row">
          <Field label={_("Name")} path={[...path, "name"]} value={text(value["name"])} needed class="grow" />
          <Field label={_("Pronouns")} path={[...path, "pronouns"]} value={text(value["pronouns"])} needed class="short" />
        </div>
        <Field label={_("Who they are to you")} path={[...path, "relation"]} value={text(value["relation"])} needed />
        {client && <p class="hint">{_("The client.")}</p>}
        <PictureText kind="portraits" id={portrait} />
        <Casting path={[...path, "casting"]} value={value["casting"]} />
        <Others path={path} value={value} known={["name", "pronouns", "relation", "portrait", "casting"]} />
      </div>
      {!client && <Tools name={name} n={0} count={1} onDelete={remove} />}
      {picking && <PickPortrait now={portrait} onClose={() => setPicking(false)} onPick={(next) => (setPicking(false), desk.put([...path, "portrait"], next))} />}
    </article>
  );
}

/** Who somebody is, for the table of the whole library; no play reads it. */
function Casting({ path, value }: { path: Path; value: Json | undefined }) {
  const desk = useDesk();
  if (!isData(value)) return null;
  const parts = { gender: _("Gender"), age: _("Age"), culture: _("Culture"), body: _("Body"), disability: _("Disability"), status: _("What they do") };
  return (
    <Fold title={_("For the list of everybody in the library")}>
      <Choice label={_("Part in the story")} shown value={text(value["role"])} rows={desk.words.roles} onPick={(role) => desk.set([...path, "role"], role)} />
      {Object.entries(parts).map(([key, title]) => <Field key={key} label={title} path={[...path, key]} value={text(value[key])} needed />)}
      <label class="check">
        <input type="checkbox" checked={text(value["problem"]) === "true"} onChange={(event) => desk.put([...path, "problem"], event.currentTarget.checked || undefined)} />
        {_("Their wish or habit makes the dilemma")}
      </label>
    </Fold>
  );
}

/** Breaks in the bond, which options open and mend. */
export function BondsForm() {
  const desk = useDesk();
  const [asking, setAsking] = useState(false);
  const rows = Object.entries(mapping(desk.data["ruptures"]));
  const harms = desk.words.moves.filter((move) => move.gate);
  const remove = (id: string): void => {
    const used = bondWords(desk.data, id).map((words) => `“${words}”`);
    const asked = _("Delete “{name}”? These options break or mend it; they stay, and are listed as problems:", { name: asWords(id) });
    if (!used.length || confirm([asked, ...used].join("\n"))) desk.edit({ op: "delete", path: rows.length === 1 ? ["ruptures"] : ["ruptures", id] });
  };
  const hurt = (path: Path, value: Json | undefined, id: string): void => {
    const now = list(value).map(text);
    desk.put(path, now.includes(id) ? now.filter((one) => one !== id) : [...now, id]);
  };
  return (
    <section class="card" aria-label={_("Breaks and repairs")}>
      <h3>{_("Breaks and repairs")}</h3>
      <p class="hint">{_("Something goes wrong between you; an option breaks the bond, a later one can mend it.")}</p>
      {rows.map(([id, value]) => {
        const path: Path = ["ruptures", id];
        if (!isData(value)) return <AsText key={id} path={path} value={value} />;
        return (
          <article class="bond" key={id} aria-label={asWords(id)}>
            <div class="row"><b class="grow">{asWords(id)}</b><Tools name={asWords(id)} n={0} count={1} onDelete={() => remove(id)} /></div>
            <Field label={_("What happened between you, in one sentence")} path={[...path, "what"]} value={text(value["what"])} needed />
            <Choice label={_("How the client shows it")} shown value={text(value["kind"])} rows={desk.words.ruptures} onPick={(kind) => desk.set([...path, "kind"], kind)} />
            <Fold title={_("The harm of a hard limit, if it is one")} told={list(value["harm"]).map((one) => harms.find(({ id }) => id === one)?.limit ?? asWords(text(one))).join(", ")}>
              <div class="checks">
                {harms.map((move) => (
                  <label class="check" key={move.id}>
                    <input type="checkbox" checked={list(value["harm"]).includes(move.id)} onChange={() => hurt([...path, "harm"], value["harm"], move.id)} />
                    {move.limit ?? move.name}
                  </label>
                ))}
              </div>
            </Fold>
            <Others path={path} value={value} known={["kind", "what", "harm"]} />
          </article>
        );
      })}
      <button type="button" class="add" onClick={() => setAsking(true)}>{_("+ break in the bond")}</button>
      {asking && (
        <AskName
          title={_("A break in the bond")}
          label={_("In two or three words, such as: joked it away")}
          done={_("Make it")}
          onClose={() => setAsking(false)}
          onDone={(words) => {
            setAsking(false);
            const id = asId(words, rows.map(([one]) => one), "break");
            const made: Data = { kind: "withdrawal", what: "…" };
            desk.edit({ op: "insert", path: ["ruptures", id], value: made });
            desk.wanted = pointer(["ruptures", id, "what"]);
          }}
        />
      )}
    </section>
  );
}

/** Discussion, reflection and what teachers should know. */
export function AfterForm() {
  const desk = useDesk();
  const { data } = desk;
  const teaching = mapping(data["teaching"]);
  const forks = list(teaching["forks"]).map(text);
  const turn = (id: string): void => desk.put(["teaching", "forks"], forks.includes(id) ? forks.filter((one) => one !== id) : [...forks, id]);
  return (
    <>
      <section class="card" aria-label={_("After the play")}>
        <h3>{_("After the play")}</h3>
        <Texts label={_("Questions for the class")} path={["discussion"]} value={data["discussion"]} add={_("+ question")} />
        <Texts label={_("Questions that the player answers alone, never scored")} path={["reflection"]} value={data["reflection"]} add={_("+ question")} />
      </section>
      <section class="card" aria-label={_("For teachers")}>
        <h3>{_("For teachers")}</h3>
        {data["teaching"] === undefined ? (
          <button type="button" class="add" onClick={() => desk.set(["teaching"], { dilemma: "…", trap: "…" })}>{_("+ notes for teachers")}</button>
        ) : (
          <>
            <Field label={_("The two goods that pull apart")} path={["teaching", "dilemma"]} value={text(teaching["dilemma"])} needed several />
            <Field label={_("What makes the weaker line tempting")} path={["teaching", "trap"]} value={text(teaching["trap"])} needed several />
            <Fold title={_("Scenes worth discussing")} told={forks.map((id) => titleOf(data, id)).join(", ")}>
              <div class="checks">
                {scenes(data).map(([id]) => (
                  <label class="check" key={id}><input type="checkbox" checked={forks.includes(id)} onChange={() => turn(id)} />{titleOf(data, id)}</label>
                ))}
              </div>
            </Fold>
            <Texts label={_("Professional standards that it touches")} path={["teaching", "standards"]} value={teaching["standards"]} add={_("+ standard")} />
            <Texts label={_("What it leaves out or simplifies")} path={["teaching", "limits"]} value={teaching["limits"]} add={_("+ limit")} />
            <Others path={["teaching"]} value={teaching} known={["dilemma", "trap", "forks", "standards", "limits"]} />
          </>
        )}
      </section>
    </>
  );
}

// One scene: its title, place, hour and rules, its lines, and what comes of them: a choice, a way on, or an ending.
import { useState } from "preact/hooks";
import { useDesk } from "./desk";
import { isData, list, mapping, text, type Data, type Edit, type Json, type Path } from "./edits";
import { Lines } from "./line_rows";
import { Options } from "./option_form";
import { AsText, Others } from "./own";
import { PickPlace, PictureText, Place } from "./pictures";
import { isEnding, optionIds, scene as sceneOf, scenes, titleOf, ways } from "./story";
import { _ } from "./texts";
import { asId, titled } from "./vocabulary";
import { Ways } from "./ways";
import { Choice, Dialog, Field, Fold } from "./widgets";

const KNOWN = ["title", "place", "frame", "time", "lines", "own_words", "options", "goto", "ending", "capacity", "concepts", "lying"];

export function SceneForm({ id }: { id: string }) {
  const desk = useDesk();
  const found = sceneOf(desk.data, id);
  if (!found) {
    const raw = mapping(desk.data["nodes"])[id];
    return raw === undefined ? <p class="empty">{_("This scene is not there any more. Choose another above.")}</p> : <AsText path={["nodes", id]} value={raw} />;
  }
  const path: Path = ["nodes", id];
  const ending = isEnding(found);
  return (
    <div class="scene-form" key={id}>
      <Head id={id} found={found} ending={ending} />
      <section class="card" aria-label={ending ? _("What is seen last") : _("What is said and seen")}>
        <h3>{ending ? _("What is seen last") : _("What is said and seen")}</h3>
        {!list(found["lines"]).length && !ending && <p class="empty">{_("Nothing yet. Begin with what one sees, then what they say. A thought is not heard in play; it stands in the debrief.")}</p>}
        <Lines path={[...path, "lines"]} value={found["lines"]} label={_("The lines of {title}", { title: titleOf(desk.data, id) })} />
      </section>
      {ending ? <EndingForm path={[...path, "ending"]} value={mapping(found["ending"])} self={id} /> : <WhatComes id={id} found={found} />}
      <Others path={path} value={found} known={KNOWN} />
    </div>
  );
}

function Head({ id, found, ending }: { id: string; found: Data; ending: boolean }) {
  const desk = useDesk();
  const [picking, setPicking] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const path: Path = ["nodes", id];
  const { words } = desk;
  const place = text(found["place"]);
  const hour = text(found["time"]);
  const start = text(desk.data["start"]) === id;
  const double = (): void => {
    const title = _("{title}, again", { title: titleOf(desk.data, id) });
    const taken = new Set(optionIds(desk.data));
    const options = list(found["options"]).map((option) => {
      if (!isData(option)) return option;
      const fresh = asId(text(option["id"]), taken, "option");
      taken.add(fresh);
      return { ...option, id: fresh };
    });
    const copy: Data = { ...found, title, ...(found["options"] === undefined ? {} : { options }) };
    const name = asId(title, scenes(desk.data).map(([known]) => known), "scene");
    desk.edit({ op: "insert", path: ["nodes", name], value: copy });
    desk.goScene(name);
  };
  return (
    <section class="card head" aria-label={_("The scene")}>
      <div class="scene-head">
        <button type="button" class="place-button" onClick={() => setPicking(true)} aria-label={_("Where: {place}, {hour}. Change it.", { place: titled(words.places, place), hour: titled(words.hours, hour || "day") })}>
          <Place place={place} hour={hour} />
          <span>{titled(words.places, place)}{hour ? `, ${titled(words.hours, hour).toLowerCase()}` : ""}</span>
        </button>
        <div class="grow">
          {ending ? null : <Field label={_("Title of the scene")} path={[...path, "title"]} value={text(found["title"])} placeholder={titleOf(desk.data, id)} />}
          <Choice label={_("Whose rules hold here")} shown value={text(found["frame"])} rows={words.frames} onPick={(frame) => desk.set([...path, "frame"], frame)} />
        </div>
      </div>
      <PictureText kind="places" id={place} />
      <Fold title={_("More of this scene")} told={start ? _("the conversation begins here") : ""}>
        <Choice label={_("Can both decide now?")} shown value={text(found["capacity"])} rows={words.capacities} none={_("not said: yes")} onPick={(capacity) => desk.put([...path, "capacity"], capacity)} />
        <Choice label={_("The client on the table")} shown value={text(found["lying"])} rows={words.lying} none={_("not lying")} onPick={(lying) => desk.put([...path, "lying"], lying)} />
        {!ending && <Field label={_("Ask for the player’s own words before the options show")} path={[...path, "own_words"]} value={text(found["own_words"])} placeholder={_("What would you say?")} />}
        {!ending && <Concepts path={[...path, "concepts"]} value={found["concepts"]} />}
        <div class="row">
          {!start && <button type="button" class="plain" onClick={() => desk.set(["start"], id)}>{_("Begin the conversation here")}</button>}
          <button type="button" class="plain" onClick={double}>{_("Duplicate this scene")}</button>
          <button type="button" class="plain" onClick={() => (desk.flush(), setDeleting(true))}>{_("Delete this scene …")}</button>
        </div>
      </Fold>
      {picking && (
        <PickPlace
          place={place}
          hour={hour}
          onClose={() => setPicking(false)}
          onPick={(next, at) => {
            setPicking(false);
            const time: Edit[] = at === (hour || "day") ? [] : at === "day" ? [{ op: "delete", path: [...path, "time"] }] : [{ op: "set", path: [...path, "time"], value: at }];
            desk.edit([{ op: "set", path: [...path, "place"], value: next }, ...time]);
          }}
        />
      )}
      {deleting && <DeleteScene id={id} onClose={() => setDeleting(false)} />}
    </section>
  );
}

/** Asks where those should go that lead to a scene which is deleted. */
function DeleteScene({ id, onClose }: { id: string; onClose: () => void }) {
  const desk = useDesk();
  const [goto, setGoto] = useState("");
  const leading = ways(desk.data).filter((way) => way.to === id && way.from !== id);
  const rows = scenes(desk.data).filter(([name]) => name !== id).map(([name]) => ({ id: name, title: titleOf(desk.data, name) }));
  const start = text(desk.data["start"]) === id;
  const remove = (): void => {
    onClose();
    const begins: Edit[] = start ? [{ op: "set", path: ["start"], value: goto || rows[0]!.id }] : [];
    desk.edit([...begins, { op: "delete_scene", scene: id, goto: goto || null }]);
  };
  return (
    <Dialog title={_("Delete “{title}”?", { title: titleOf(desk.data, id) })} onClose={onClose}>
      {leading.length ? (
        <>
          <p>{_("These lead here:")}</p>
          <ul>{leading.map((way) => <li key={way.from}>{titleOf(desk.data, way.from)}{way.options[0] ? `: “${way.options[0]}”` : ""}</li>)}</ul>
          <Choice label={_("They should go to")} shown value={goto} rows={rows} none={_("choose …")} onPick={setGoto} />
        </>
      ) : (
        <p>{_("Nothing leads here. Its lines and options go; undo brings them back.")}</p>
      )}
      <div class="row end">
        <button type="button" class="plain" onClick={onClose}>{_("Keep it")}</button>
        <button type="button" class="primary" disabled={!rows.length || (leading.length > 0 && !goto)} onClick={remove}>{_("Delete it")}</button>
      </div>
    </Dialog>
  );
}

/** A choice, or a way on without one. */
function WhatComes({ id, found }: { id: string; found: Data }) {
  const desk = useDesk();
  const path: Path = ["nodes", id];
  const goes = found["goto"] !== undefined && found["options"] === undefined;
  const turn = (kind: string): void => {
    const { options: _options, goto: _goto, ...rest } = found;
    const { edit, id: made } = desk.newScene(titleOf(desk.data, id), "ending", id);
    if (kind === "options") desk.set(path, { ...rest, options: [] });
    else if (kind === "goto") desk.set(path, { ...rest, goto: scenes(desk.data).find(([name]) => name !== id)?.[0] ?? "" });
    else desk.set(path, { ...rest, ending: (edit as { value: Data }).value["ending"] ?? made });
  };
  const kinds = [
    { id: "options", title: _("the player chooses") },
    { id: "goto", title: _("it goes on by itself") },
    { id: "ending", title: _("it ends here") },
  ];
  const empty = !list(found["options"]).length;
  return (
    <>
      {(goes || empty) && <Choice label={_("After the lines")} shown value={goes ? "goto" : "options"} rows={kinds} onPick={turn} class="after-lines" />}
      {goes ? (
        <section class="card"><Ways path={[...path, "goto"]} value={found["goto"]} label={_("it goes on to")} /></section>
      ) : (
        <Options scene={id} value={found["options"]} />
      )}
    </>
  );
}

function EndingForm({ path, value, self }: { path: Path; value: Data; self: string }) {
  const desk = useDesk();
  const others = scenes(desk.data).filter(([id, one]) => id !== self && isEnding(one)).map(([id]) => ({ id, title: titleOf(desk.data, id) }));
  return (
    <section class="card" aria-label={_("The ending")}>
      <h3>{_("The ending")}</h3>
      <Field label={_("Title of the ending")} path={[...path, "title"]} value={text(value["title"])} needed />
      <Choice label={_("How it came out")} shown value={text(value["kind"])} rows={desk.words.endings} onPick={(kind) => desk.set([...path, "kind"], kind)} />
      <Field label={_("What it came to, in two or three sentences")} path={[...path, "text"]} value={text(value["text"])} needed />
      <Field label={_("What it came to for the other person, in one sentence")} path={[...path, "outcome"]} value={text(value["outcome"])} />
      <Fold title={_("After a hard limit was crossed")} told={value["mended"] || value["unmended"] ? _("leads elsewhere") : ""}>
        <Choice label={_("and all harm was mended, it ends with")} shown value={text(value["mended"])} rows={others} none={_("this ending")} onPick={(id) => desk.put([...path, "mended"], id)} />
        <Choice label={_("and harm was left, it ends with")} shown value={text(value["unmended"])} rows={others} none={_("this ending")} onPick={(id) => desk.put([...path, "unmended"], id)} />
      </Fold>
      <Others path={path} value={value} known={["kind", "title", "text", "outcome", "mended", "unmended"]} />
    </section>
  );
}

/** Which ideas of the course are played, by name. */
export function Concepts({ path, value }: { path: Path; value: Json | undefined }) {
  const desk = useDesk();
  const now = list(value).map(Number);
  const turn = (id: number): void => {
    const next = now.includes(id) ? now.filter((one) => one !== id) : [...now, id].sort((one, other) => one - other);
    desk.put(path, next);
  };
  return (
    <Fold title={_("Ideas of the course")} told={_("{count} chosen", { count: now.length })}>
      <div class="checks">
        {desk.words.concepts.map(({ id, title }) => (
          <label class="check" key={id}>
            <input type="checkbox" checked={now.includes(Number(id))} onChange={() => turn(Number(id))} />
            {title}
          </label>
        ))}
      </div>
    </Fold>
  );
}

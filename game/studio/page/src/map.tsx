// The map: scenes as boxes, ways as arrows. A box leads to its scene, an arrow to where its options go.
import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "./desk";
import { isData, list, mapping, text, type Path } from "./edits";
import { HIGH, laidOut, route, WIDE, type Box, type Drawing } from "./map_layout";
import { isEnding, scene as sceneOf, targets, titleOf, type Way } from "./story";
import { _ } from "./texts";
import { titled } from "./vocabulary";
import { Ways } from "./ways";
import { AskName, Dialog } from "./widgets";

export function MapPane() {
  const desk = useDesk();
  const [whole, setWhole] = useState(true);
  const [asking, setAsking] = useState(false);
  const [arrow, setArrow] = useState<Way | null>(null);
  const here = desk.scene;
  const drawing = laidOut(desk.data, whole ? null : here);
  return (
    <div class="pane-body map-pane">
      <div class="row bar">
        <button type="button" class="chip" aria-pressed={whole} onClick={() => setWhole(true)}>{_("Whole map")}</button>
        <button type="button" class="chip" aria-pressed={!whole} disabled={!here} onClick={() => setWhole(false)}>{_("Around this scene")}</button>
        <button type="button" class="plain" onClick={() => setAsking(true)}>{_("+ scene")}</button>
      </div>
      <Picture drawing={drawing} fit={!whole} onArrow={setArrow} />
      {asking && (
        <AskName
          title={_("A new scene")}
          label={_("Its title")}
          about={_("Nothing leads to it yet: press an arrow of the map, or choose it where an option goes.")}
          done={_("Make it")}
          onClose={() => setAsking(false)}
          onDone={(title) => {
            setAsking(false);
            const { id, edit } = desk.newScene(title, "scene", here);
            desk.edit(edit);
            desk.goScene(id);
          }}
        />
      )}
      {arrow && <Reconnect way={arrow} onClose={() => setArrow(null)} />}
    </div>
  );
}

function Picture({ drawing, fit, onArrow }: { drawing: Drawing; fit: boolean; onArrow: (way: Way) => void }) {
  const desk = useDesk();
  const box = useRef<SVGSVGElement>(null);
  const at = new Map(drawing.boxes.map((one) => [one.id, one]));
  useEffect(() => {
    box.current?.querySelector(".here")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [desk.scene, fit]);
  const key = (event: KeyboardEvent): void => {
    const by = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    const id = (event.target as Element).closest("[data-scene]")?.getAttribute("data-scene");
    const from = at.get(id ?? "");
    if (!by || !from) return;
    event.preventDefault();
    const next = nearest(from, drawing.boxes, by[0]!, by[1]!);
    if (next) box.current?.querySelector<SVGElement>(`[data-scene="${CSS.escape(next.id)}"]`)?.focus();
  };
  return (
    <div class="map-scroll" tabIndex={-1}>
      <svg
        ref={box}
        class={`map ${fit ? "fit" : ""}`}
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        style={{ "--wide": `${drawing.width}px` }}
        role="group"
        aria-label={_("Map: {scenes} scenes, {ways} ways between them. Arrow keys go from box to box.", { scenes: drawing.boxes.length, ways: drawing.arrows.length })}
        onKeyDown={key}
      >
        <defs>
          <marker id="head" viewBox="0 0 10 10" refX="7" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.5L10 5L0 9.5z" class="tip" /></marker>
        </defs>
        {drawing.arrows.map((way) => {
          const { path, middle } = route(at.get(way.from)!, at.get(way.to)!);
          const label = _("From {from} to {to}: {what}", { from: titleOf(desk.data, way.from), to: titleOf(desk.data, way.to), what: way.options.length ? counted(way.options.length) : _("goes on by itself") });
          return (
            <g key={`${way.from} ${way.to}`} class={`arrow ${way.conditional ? "if" : ""}`} role="button" tabindex={0} aria-label={label} onClick={() => onArrow(way)} onKeyDown={pressed(() => onArrow(way))}>
              <title>{label}</title>
              <path d={path} class="wide" />
              <path d={path} class="line" marker-end="url(#head)" />
              {way.options.length > 1 && <><circle cx={middle[0]} cy={middle[1]} r="10" /><text x={middle[0]} y={middle[1] + 4} class="count">{way.options.length}</text></>}
            </g>
          );
        })}
        {drawing.boxes.map((one) => <SceneBox key={one.id} box={one} />)}
      </svg>
    </div>
  );
}

function counted(options: number): string {
  return options === 0 ? _("no options") : options === 1 ? _("one option") : _("{count} options", { count: options });
}

function pressed(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    act();
  };
}

function SceneBox({ box }: { box: Box }) {
  const desk = useDesk();
  const found = sceneOf(desk.data, box.id);
  const title = titleOf(desk.data, box.id);
  const ending = isEnding(found);
  const count = list(found?.["options"]).length;
  const start = text(desk.data["start"]) === box.id;
  const here = desk.scene === box.id;
  const playing = desk.at?.scene === box.id;
  const wrong = desk.problems.some((problem) => problem.scene === box.id && problem.severity === "error");
  const told = ending ? titled(desk.words.endings, text(mapping(found?.["ending"])["kind"])) : `${titled(desk.words.places, text(found?.["place"]))} · ${counted(count)}`;
  const marks = [start ? _("begins here") : "", playing ? _("the play is here") : "", wrong ? _("has a problem") : ""].filter(Boolean);
  const rows = wrapped(title, 23);
  const [first = "", ...more] = wrapped(told, 30);
  const small = !more.length ? [first] : rows.length > 1 ? [`${first} …`] : [first, ...more];
  const go = (): void => desk.goScene(box.id);
  return (
    <g
      class={`box ${ending ? "ending" : "scene"} ${here ? "here" : ""} ${wrong ? "wrong" : ""}`}
      transform={`translate(${box.x} ${box.y})`}
      role="button"
      tabindex={here ? 0 : -1}
      data-scene={box.id}
      aria-label={[title, told, ...marks].join(", ")}
      aria-current={here ? "true" : undefined}
      onClick={go}
      onKeyDown={pressed(go)}
    >
      <title>{[title, told, ...marks].join("\n")}</title>
      <rect x={-WIDE / 2} y={-HIGH / 2} width={WIDE} height={HIGH} rx={ending ? HIGH / 2 : 9} class="edge" />
      {rows.map((row, n) => <text key={n} y={-12 + n * 17 + (rows.length > 1 ? -4 : 2)} class="title">{row}</text>)}
      {small.map((row, n) => <text key={n} y={(rows.length > 1 ? 27 : small.length > 1 ? 14 : 20) + n * 14} class="small">{row}</text>)}
      {start && <text y={-HIGH / 2 - 7} class="flag">{_("begins here")}</text>}
      {playing && <circle cx={WIDE / 2 - 12} cy={-HIGH / 2 + 12} r="5.5" class="playing" />}
      {wrong && <text x={-WIDE / 2 + 14} y={-HIGH / 2 + 18} class="flag wrong-mark">!</text>}
    </g>
  );
}

/** Returns words in at most two rows. */
function wrapped(words: string, most: number): string[] {
  const rows = [""];
  for (const word of words.split(" ")) {
    const now = rows[rows.length - 1]!;
    if (now && now.length + word.length + 1 > most) rows.push(word);
    else rows[rows.length - 1] = now ? `${now} ${word}` : word;
  }
  return rows.length > 2 ? [rows[0]!, `${rows[1]!.slice(0, most - 1)}…`] : rows;
}

/** Returns the nearest box that way. */
function nearest(from: Box, boxes: Box[], dx: number, dy: number): Box | undefined {
  const far = (one: Box): number => {
    const [x, y] = [one.x - from.x, one.y - from.y];
    const along = x * dx + y * dy;
    return along > 1 ? along + 2 * Math.abs(dx ? y : x) : Infinity;
  };
  const sorted = boxes.filter((one) => far(one) < Infinity).sort((one, other) => far(one) - far(other));
  return sorted[0];
}

/** Lets the author lead what goes along an arrow elsewhere. */
function Reconnect({ way, onClose }: { way: Way; onClose: () => void }) {
  const desk = useDesk();
  const found = sceneOf(desk.data, way.from) ?? {};
  const path: Path = ["nodes", way.from];
  const options = list(found["options"]);
  const leads = (goto: Parameters<typeof targets>[0]): boolean => targets(goto).some(({ to }) => to === way.to);
  return (
    <Dialog title={_("From “{from}” to “{to}”", { from: titleOf(desk.data, way.from), to: titleOf(desk.data, way.to) })} onClose={onClose}>
      {options.map((option, n) =>
        isData(option) && (leads(option["goto"]) || Array.isArray(option["goto"])) ? (
          <div class="card" key={n}>
            <p>“{text(option["say"]) || text(option["do"])}”</p>
            <Ways path={[...path, "options", n, "goto"]} value={option["goto"]} label={_("then it goes to")} />
          </div>
        ) : null,
      )}
      {found["goto"] !== undefined && <Ways path={[...path, "goto"]} value={found["goto"]} label={_("it goes on to")} />}
      <div class="row end"><button type="button" class="primary" onClick={onClose}>{_("Done")}</button></div>
    </Dialog>
  );
}

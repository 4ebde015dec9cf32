// The play beside the form: the player of a page, which follows every edit and keeps its place.
import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk, type At, type Desk } from "./desk";
import { fetched, framed, Refused } from "./server";
import { CHANGED, now } from "./settings";
import { factWords, titleOf } from "./story";
import { _ } from "./texts";
import { titled } from "./vocabulary";

interface Story {
  pictures: string[];
  revision: number; // of the text that it was read in: the last that holds together
  figures: boolean; // false while scores over a whole play are still to come
}

const SOON = 10; // milliseconds after the server has read a change

export function PlayPane() {
  const desk = useDesk();
  const frame = useRef<HTMLIFrameElement>(null);
  const [source, setSource] = useState("");
  const [why, setWhy] = useState("");
  const [stale, setStale] = useState(false);
  const [states, setStates] = useState(false);
  const shown = useRef(-1);
  const wanted = useRef<string[]>([]);
  const hung = useRef(new Set<string>());
  const hanging = useRef(false);
  const age = useRef(0); // grows with each page in the frame
  const unscored = useRef(false);

  const load = (desk: Desk, choices: string[]): void => {
    shown.current = desk.revision;
    hung.current = new Set();
    age.current += 1;
    const where = { file: desk.file, revision: String(desk.revision), ...look(), ...(desk.playFrom ? { scene: desk.playFrom } : {}), ...(choices.length ? { choices: choices.join(",") } : {}) };
    setSource(framed("/play", desk.buffer.look, where));
  };
  const begin = (scene: string | null, choices: string[] = []): void => {
    desk.flush();
    desk.tell(() => (desk.playFrom = scene));
    void follow(choices);
  };
  const follow = async (choices: string[]): Promise<void> => {
    const { revision } = desk;
    try {
      const page = await desk.played<Story>();
      if (desk.revision !== revision) return;
      setStale(page.revision < revision);
      setWhy("");
      unscored.current = !page.figures;
      wanted.current = page.pictures;
      if (!frame.current?.contentWindow || !source) return load(desk, choices);
      shown.current = revision;
      const where = { choices, ...look(), ...(desk.playFrom ? { scene: desk.playFrom } : {}) };
      frame.current.contentWindow.postMessage({ type: "story", page, where }, location.origin);
      void hang();
    } catch (error) {
      setWhy(error instanceof Refused ? error.message : String(error));
    }
  };

  /** Hands the play its pictures, one by one, in the order of need. */
  const hang = async (): Promise<void> => {
    if (hanging.current) return;
    hanging.current = true;
    const missing: string[] = [];
    for (let key = next(); key !== undefined; key = next()) {
      const now = age.current;
      hung.current.add(key);
      const data = await fetched("/play-picture", { file: desk.file, key });
      if (now !== age.current) hung.current.delete(key);
      else if (data) frame.current?.contentWindow?.postMessage({ type: "picture", key, data }, location.origin);
      else missing.push(key);
    }
    for (const key of missing) hung.current.delete(key); // asked for again after the next change
    hanging.current = false;
  };
  const next = (): string | undefined => wanted.current.find((key) => !hung.current.has(key));

  useEffect(() => {
    const hear = (event: MessageEvent): void => {
      if (event.origin !== location.origin || event.source !== frame.current?.contentWindow) return;
      const at = event.data as At & { type: string };
      if (at.type !== "at") return;
      desk.tell(() => ((desk.at = at), (desk.tried ||= at.choices.length > 0)));
      void hang();
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [desk]);
  useEffect(() => {
    if (!desk.ready || desk.revision === shown.current) return;
    const timer = setTimeout(() => void follow(desk.at?.choices ?? []), SOON);
    return () => clearTimeout(timer);
  }, [desk.ready, desk.revision]);
  useEffect(() => {
    desk.following = true;
    return () => void (desk.following = false);
  }, [desk]);
  const newest = useRef(follow);
  newest.current = follow;
  useEffect(() => {
    const redress = (): void => void newest.current(desk.at?.choices ?? []);
    addEventListener(CHANGED, redress);
    return () => removeEventListener(CHANGED, redress);
  }, [desk]);
  const checked = desk.buffer.reading?.checked ?? false;
  const over = desk.at?.over ?? false;
  useEffect(() => {
    if (checked && over && unscored.current && desk.revision === shown.current) void follow(desk.at?.choices ?? []);
  }, [checked, over, desk.revision]);

  const { at } = desk;
  const here = desk.scene;
  return (
    <div class="pane-body play-pane">
      <div class="row bar">
        <button type="button" class="plain" disabled={!here} onClick={() => begin(here)}>{_("From here")}</button>
        <button type="button" class="plain" onClick={() => begin(null)}>{_("From the start")}</button>
        <button type="button" class="plain" disabled={!at?.choices.length} onClick={() => begin(desk.playFrom, at!.choices.slice(0, -1))}>{_("Back")}</button>
        <label class="check"><input type="checkbox" checked={states} onChange={(event) => setStates(event.currentTarget.checked)} />{_("Show feelings")}</label>
      </div>
      {at && (
        <p class="where" aria-live="polite">
          {_("At “{title}”. Choices made: {count}.", { title: titleOf(desk.data, at.scene), count: at.choices.length })}{" "}
          {at.scene !== here && <button type="button" class="link" onClick={() => desk.goScene(at.scene)}>{_("Write there")}</button>}
          {states && (
            <span class="state">
              {Object.entries(at.state).map(([id, value]) => `${titled(desk.words.states, id)} ${value}`).join(" · ")}
              {at.facts.length > 0 && ` · ${at.facts.map((fact) => factWords(desk.data, fact)).join(", ")}`}
            </span>
          )}
        </p>
      )}
      {at && at.lost > 0 && <p class="hint">{_("The last {count} choices cannot be made any more after this edit.", { count: at.lost })}</p>}
      {(stale || why) && (
        <p class="hint stale">
          {_("The play shows the story as it last held together.")} {why}{" "}
          <button type="button" class="link" onClick={() => desk.tell(() => (desk.side = "problems"))}>{_("What is missing?")}</button>
        </p>
      )}
      <iframe ref={frame} src={source || undefined} title={_("The play")} />
    </div>
  );
}

/** The studio's colours and the size of its text, which the play has too. */
function look(): { theme: string; size: string } {
  return { theme: document.documentElement.dataset["theme"] ?? "auto", size: now().size };
}

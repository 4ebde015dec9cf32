// The dialogs over the desk: an outside change, earlier versions, sending, the settings, and help.
import { useEffect, useState } from "preact/hooks";
import { useDesk } from "./desk";
import { download, get, post, Refused } from "./server";
import { now, put, SIZES, THEMES } from "./settings";
import { _ } from "./texts";
import { Choice, Dialog } from "./widgets";

/** Both the author and somebody else changed the file: the author decides. */
export function OutsideDialog() {
  const desk = useDesk();
  const name = desk.outside;
  if (name === null || !desk.deciding) return null;
  const answer = (what: "mine" | "theirs" | "both"): void => {
    desk.buffer.answer(what);
    desk.tell(() => (desk.outside = null));
  };
  return (
    <Dialog title={_("{name} was changed elsewhere too", { name })} onClose={() => desk.tell(() => (desk.deciding = false))}>
      <p>{_("You changed the same lines here. Nothing is lost: the other version is kept among the versions.")}</p>
      <p class="hint">{_("Where you keep both, theirs becomes a file of its own beside yours.")}</p>
      <div class="row">
        <button type="button" class="primary" onClick={() => answer("mine")}>{_("Keep mine")}</button>
        <button type="button" class="plain" onClick={() => answer("theirs")}>{_("Take theirs")}</button>
        <button type="button" class="plain" onClick={() => answer("both")}>{_("Keep both, side by side")}</button>
      </div>
    </Dialog>
  );
}

interface Version {
  when: string;
  added?: number;
  removed?: number;
  lines_changed?: number;
}

interface Compared {
  lines: { kind: string; text: string }[];
}

/** What the file was before, each with what has changed since, and the way back. */
export function VersionsDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const [versions, setVersions] = useState<Version[] | null>(null);
  const [shown, setShown] = useState<{ when: string; lines: Compared["lines"] } | null>(null);
  const [told, setTold] = useState("");
  const fail = (error: unknown): void => setTold(error instanceof Refused ? error.message : String(error));
  useEffect(() => {
    get<{ versions: Version[] } | Version[]>("/versions", { file: desk.file }).then((found) => setVersions(Array.isArray(found) ? found : found.versions), fail);
  }, []);
  const show = (when: string): void => {
    get<Compared>("/version", { file: desk.file, when }).then(({ lines }) => setShown({ when, lines }), fail);
  };
  const back = (when: string): void => {
    desk.flush();
    post("/back", { file: desk.file, when }).then(onClose, fail);
  };
  return (
    <Dialog title={_("Earlier versions")} onClose={onClose} wide>
      <p role="alert">{told}</p>
      {versions?.length === 0 && <p class="empty">{_("There are none yet. The studio keeps one each time that it saves after a pause.")}</p>}
      <ul class="versions">
        {versions?.map((version) => (
          <li key={version.when} class="row">
            <span class="grow">{told_(version)}</span>
            <button type="button" class="plain" aria-expanded={shown?.when === version.when} onClick={() => show(version.when)}>{_("What has changed since")}</button>
            <button type="button" class="plain" onClick={() => back(version.when)}>{_("Go back to this")}</button>
          </li>
        ))}
      </ul>
      {shown && (
        <pre class="difference" tabIndex={0} aria-label={_("What has changed since")}>
          {shown.lines.filter((line) => line.kind !== "same").map((line, n) => (
            <span key={n} class={line.kind}>{line.kind === "added" ? "+ " : line.kind === "removed" ? "− " : "  "}{line.text}{"\n"}</span>
          ))}
        </pre>
      )}
    </Dialog>
  );
}

function told_(version: Version): string {
  const [, day, hour, minute, second] = /^(\d+-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)/.exec(version.when) ?? [];
  const when = new Date(`${day}T${hour}:${minute}:${second}Z`);
  const time = day === undefined ? version.when : when.toLocaleString(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "medium" });
  const count = version.lines_changed ?? (version.added ?? 0) + (version.removed ?? 0);
  return `${time} · ${count === 1 ? _("one line changed since") : _("{count} lines changed since", { count })}`;
}

/** Every way in which a scenario leaves the studio, each by one button. */
export function SendDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const [told, setTold] = useState("");
  const ways = [
    { id: "page", title: _("A page to play"), about: _("One file that opens in any browser, also without the internet.") },
    { id: "share", title: _("A file to share"), about: _("For a colleague who has Equal Footing.") },
    { id: "script", title: _("The whole script"), about: _("A Word file for colleagues to read: every line with its number.") },
    { id: "scorm12", title: _("For a learning platform (SCORM 1.2)"), about: _("The one that nearly every platform takes.") },
    { id: "scorm2004", title: _("For a learning platform (SCORM 2004)"), about: _("For platforms that ask for it.") },
    { id: "cmi5", title: _("For a record store (cmi5)"), about: _("For platforms that ask for it.") },
  ];
  const send = async (as: string): Promise<void> => {
    desk.flush();
    setTold(_("It is being made …"));
    try {
      setTold(_("{name} lies with your downloads.", { name: await download("/send", { file: desk.file, as }) }));
    } catch (error) {
      setTold(error instanceof Refused ? error.message : String(error));
    }
  };
  return (
    <Dialog title={_("Send it")} onClose={onClose}>
      <ul class="sends">
        {ways.map(({ id, title, about }) => (
          <li key={id}><button type="button" onClick={() => void send(id)}><b>{title}</b><span>{about}</span></button></li>
        ))}
      </ul>
      <p role="status">{told}</p>
      <Translations />
    </Dialog>
  );
}

interface Translation {
  language: string;
  texts: number;
  missing: string[];
  stale: string[];
  places: string[];
}

/** How far the translations have come that lie beside the file. */
function Translations() {
  const { file } = useDesk();
  const [found, setFound] = useState<Translation[]>([]);
  useEffect(() => {
    get<{ translations: Translation[] }>("/translations", { file }).then((told) => setFound(told.translations), () => setFound([]));
  }, [file]);
  if (!found.length) return null;
  return (
    <section aria-label={_("Translations")}>
      <h3>{_("Translations")}</h3>
      {found.map(({ language, texts, missing, stale, places }) => (
        <details key={language}>
          <summary>{_("{language}: {done} of {count} texts fit.", { language: named(language), done: texts - missing.length - stale.length, count: texts })}</summary>
          <ul>
            {stale.map((where) => <li key={where}>{_("The original has changed: {where}", { where })}</li>)}
            {places.map((where) => <li key={where}>{_("The names in braces differ: {where}", { where })}</li>)}
            {missing.map((where) => <li key={where}>{_("Not translated: {where}", { where })}</li>)}
          </ul>
        </details>
      ))}
    </section>
  );
}

/** Returns the name of a language, in the page's own. */
function named(language: string): string {
  try {
    return new Intl.DisplayNames(document.documentElement.lang || "en", { type: "language" }).of(language) ?? language;
  } catch {
    return language; // a code that no list of languages has
  }
}

/** How the studio looks. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const [settings, setSettings] = useState(now());
  const change = (part: Partial<typeof settings>): void => setSettings(put({ ...settings, ...part }));
  return (
    <Dialog title={_("Settings")} onClose={onClose}>
      <Choice label={_("Colours")} shown value={settings.theme} rows={THEMES.map(({ id, title }) => ({ id, title: _(title) }))} onPick={(theme) => change({ theme })} />
      <Choice label={_("Text size")} shown value={settings.size} rows={SIZES.map((id) => ({ id, title: `${id} %` }))} onPick={(size) => change({ size })} />
    </Dialog>
  );
}

/** Every key, in words. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const keys: [string, string][] = [
    ["Ctrl Z · Ctrl Y", _("undo and redo, in the form and in the text")],
    ["Ctrl S", _("save now (it is saved by itself after a second)")],
    ["Alt ↑ · Alt ↓", _("move a line, an option or a question")],
    ["Enter", _("in a line: a new line below it")],
    ["Alt Page Up · Alt Page Down", _("the scene before, the scene after")],
    ["F6", _("from the form to the pane beside it, and back")],
    ["Ctrl Space", _("in the text: what can stand here")],
    ["F2 · F12", _("in the text: rename, and go to where it is defined")],
    ["Ctrl F", _("in the text: search and replace")],
  ];
  return (
    <Dialog title={_("Keys")} onClose={onClose}>
      <dl class="keys">{keys.map(([key, words]) => <div key={key}><dt>{key}</dt><dd>{words}</dd></div>)}</dl>
      <p class="hint">{_("The file on your disk is the truth: the form, the text and the map show one and the same. What the form cannot show it leaves as it is.")}</p>
    </Dialog>
  );
}

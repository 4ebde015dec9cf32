// What is wrong, in plain words: where it is, and what mends it with one click.
import { useState } from "preact/hooks";
import { useDesk, type Desk } from "./desk";
import type { Allowed, Problem } from "./buffer";
import { mapping, text } from "./edits";
import { facts, factWords, optionWords, scene, titleOf } from "./story";
import { _, N_ } from "./texts";
import { asWords } from "./vocabulary";
import { AskName, Fold } from "./widgets";

/** Words with what stands in `marks` set apart: scenes, options and moves by what a person calls them. */
export function Told({ words }: { words: string }) {
  const desk = useDesk();
  return <>{words.split(/`([^`]*)`/).map((part, n) => (n % 2 ? <code key={n}>{called(desk, part)}</code> : part))}</>;
}

/** What the form calls the parts that the file names by a key. */
const FIELDS: Record<string, string> = {
  title: N_("Title"),
  summary: N_("One line for its card"),
  briefing: N_("Briefing: who, where and what you know"),
  question: N_("The one question to hold while playing"),
  minutes: N_("Minutes"),
  discussion: N_("Questions for the class"),
  reflection: N_("Questions that the player answers alone, never scored"),
  outcome: N_("What it came to for the other person, in one sentence"),
  reply: N_("What answers"),
  feedback: N_("Feedback: what you did and what it did to them"),
  instead: N_("Another line to try, for a weaker option"),
  pictures: N_("What your picture shows, for whoever does not see it"),
  goto: N_("then it goes to"),
  when: N_("only if"),
  needs: N_("It can be chosen only if"),
  once: N_("It can be chosen only once in a play"),
};

/** Returns what a person calls what the file calls so. */
function called(desk: Desk, name: string): string {
  const [, key = "", value = ""] = /^([a-z_]+)(:.*)?$/.exec(name) ?? [];
  const field = FIELDS[key];
  const [, example] = /^pictures: \{[\w-]+: (.*)\}$/.exec(name) ?? [];
  if (example) return `“${example}”`;
  if (field) return `“${_(field)}”${value.length > 1 ? value : ""}`;
  const [, thinker] = /^([\w-]+) \(thinks\)/.exec(name) ?? [];
  if (thinker) return _("{name} thinks: …", { name: text(mapping(mapping(desk.data["cast"])[thinker])["name"]) || asWords(thinker) });
  if (scene(desk.data, name)) return `“${titleOf(desk.data, name)}”`;
  const move = desk.words.moves.find((one) => one.id === name);
  if (move) return `“${move.meaning}”`;
  const words = optionWords(desk.data, name);
  if (words) return `“${words.length > 48 ? `${words.slice(0, 46)}…` : words}”`;
  return facts(desk.data).includes(name) ? `“${factWords(desk.data, name)}”` : name;
}

export function ProblemsPane({ onLeave }: { onLeave?: () => void }) {
  const desk = useDesk();
  const [here, setHere] = useState(false);
  const [leaving, setLeaving] = useState<Problem | null>(null);
  const left = desk.allowed.filter((problem) => !here || problem.scene === desk.scene);
  const shown = desk.problems.filter((problem) => !here || problem.scene === desk.scene);
  const checked = desk.buffer.reading?.checked ?? false;
  return (
    <div class="pane-body problems-pane">
      <div class="row bar">
        <button type="button" class="chip" aria-pressed={!here} onClick={() => setHere(false)}>{_("All ({count})", { count: desk.problems.length })}</button>
        <button type="button" class="chip" aria-pressed={here} disabled={!desk.scene} onClick={() => setHere(true)}>{_("In this scene")}</button>
        {!checked && !desk.broken && <span class="hint">{_("Every way through is still being followed …")}</span>}
      </div>
      {desk.broken && <p>{_("The text cannot be read as it is now; these are from before.")}</p>}
      {!shown.length && checked && <p class="empty">{here ? _("Nothing is wrong in this scene.") : _("Nothing is wrong. Play it, and look at the figures.")}</p>}
      <ul class="problems">
        {shown.map((problem, n) => <Row key={`${problem.code} ${problem.pointer} ${n}`} problem={problem} onLeave={onLeave} onAllow={() => setLeaving(problem)} />)}
      </ul>
      {left.length > 0 && (
        <Fold title={_("Left as it is, for a reason")} told={String(left.length)}>
          <ul class="problems">{left.map((problem, n) => <Row key={`${problem.code} ${n}`} problem={problem} onLeave={onLeave} />)}</ul>
        </Fold>
      )}
      {leaving && (
        <AskName
          title={_("Leave it as it is")}
          label={_("Why is it right for your story?")}
          about={_("The reason stands in the file, for whoever reads it after you. You can take it back here.")}
          done={_("Leave it")}
          onClose={() => setLeaving(null)}
          onDone={(reason) => (desk.allow(leaving, reason), setLeaving(null))}
        />
      )}
    </div>
  );
}

function Row({ problem, onLeave, onAllow }: { problem: Problem | Allowed; onLeave?: () => void; onAllow?: () => void }) {
  const desk = useDesk();
  const reason = "reason" in problem ? problem.reason : "";
  const kind = problem.severity === "error" ? _("must be mended") : reason ? _("left") : _("worth a look");
  return (
    <li class={problem.severity === "error" ? "error" : "warning"}>
      <p><span class="kind">{kind}</span> <Told words={problem.words} /></p>
      {reason && <p class="reason">“{reason}”</p>}
      <div class="row">
        <button type="button" class="link" onClick={() => (onLeave?.(), desk.goToProblem(problem))}>
          {problem.scene ? _("Go to “{title}”", { title: titleOf(desk.data, problem.scene) }) : _("Go there")}
        </button>
        {problem.fixes.map((fix) => (
          <button type="button" class="plain" key={fix.title} onClick={() => desk.mend(fix)}>{fix.title}</button>
        ))}
        {onAllow && problem.can_be_allowed && <button type="button" class="plain" onClick={onAllow}>{_("Leave it, and say why …")}</button>}
      </div>
    </li>
  );
}

/** How many problems there are, always in sight, and the way to them. */
export function ProblemCount({ onOpen }: { onOpen: () => void }) {
  const desk = useDesk();
  const errors = desk.problems.filter((problem) => problem.severity === "error").length;
  const rest = desk.problems.length - errors;
  const words = errors ? _("{count} to mend", { count: errors }) : rest ? _("{count} worth a look", { count: rest }) : _("No problems");
  return (
    <button type="button" class={`count-of-problems ${errors ? "error" : ""}`} onClick={onOpen}>
      <span aria-live="polite">{words}</span>
    </button>
  );
}

/** What stands in the form's place while the text cannot be read. */
export function BrokenNotice() {
  const desk = useDesk();
  const { broken } = desk;
  if (!broken) return null;
  return (
    <div class="broken" role="alert">
      <h3>{_("Mend line {line} first", { line: broken.line })}</h3>
      <p><Told words={broken.words} /></p>
      <div class="row">
        {broken.fixes.map((fix) => <button type="button" class="primary" key={fix.title} onClick={() => desk.mend(fix)}>{fix.title}</button>)}
        <button type="button" class="plain" onClick={() => desk.look("text")}>{_("Show it in the text")}</button>
        <button type="button" class="plain" onClick={() => desk.undo()}>{_("Undo")}</button>
      </div>
      <p class="hint">{_("The map and the play stay as they last were.")}</p>
    </div>
  );
}

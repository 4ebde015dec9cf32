// The four steps of a first scenario: People, First scene, Three options, Try it. Each says whether it is done.
import { useDesk, type Desk } from "./desk";
import { isData, list, mapping, text } from "./edits";
import { scene } from "./story";
import { _ } from "./texts";

const NOBODY_YET = "Somebody"; // whom an empty page is about

interface Step {
  title: string;
  done: boolean;
  go: () => void;
}

function steps(desk: Desk): Step[] {
  const { data } = desk;
  const start = text(data["start"]);
  const first = scene(data, start);
  const client = text(mapping(mapping(data["cast"])[text(data["client"])])["name"]);
  const options = list(first?.["options"]).filter((option) => isData(option) && (text(option["say"]) || text(option["do"])) && option["moves"]);
  const point = (pointer: string): void => desk.tell(() => (desk.wanted = pointer));
  return [
    { title: _("People"), done: client !== "" && client !== NOBODY_YET, go: () => desk.go("people") },
    { title: _("First scene"), done: list(first?.["lines"]).length >= 2, go: () => (point(`/nodes/${start}/lines/0`), desk.goScene(start)) },
    { title: _("Three options"), done: options.length >= 3, go: () => (point(`/nodes/${start}/options/0/say`), desk.goScene(start)) },
    { title: _("Try it"), done: desk.tried, go: () => desk.tell(() => ((desk.side = "play"), (desk.playing = true))) },
  ];
}

export function Steps() {
  const desk = useDesk();
  return (
    <nav class="steps" aria-label={_("Four steps")}>
      <ol>
        {steps(desk).map((step, n) => (
          <li key={n} class={step.done ? "done" : ""}>
            <button type="button" onClick={step.go}>
              <span class="number" aria-hidden="true">{step.done ? "✓" : n + 1}</span>
              {step.title}
              <span class="unseen">{step.done ? _("(done)") : _("(to do)")}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

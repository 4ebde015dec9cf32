// The figures, when they are asked for: what can be reached, how long it is, how it ends, and what gives the answer away.
import { useState } from "preact/hooks";
import { useDesk } from "./desk";
import { Refused, post } from "./server";
import { _ } from "./texts";
import { Told } from "./problems";

interface Part {
  id: string;
  title: string;
  rows: { name: string; value: string | number; note?: string }[];
  advice: string[];
}

export function FiguresPane() {
  const desk = useDesk();
  const [parts, setParts] = useState<Part[] | null>(null);
  const [told, setTold] = useState("");
  const [at, setAt] = useState(-1);
  const ask = async (): Promise<void> => {
    setTold(_("Playing every way through. This can take some seconds."));
    try {
      const { revision } = desk;
      const found = await post<{ parts: Part[] }>("/figures", { file: desk.file });
      setParts(found.parts);
      setAt(revision);
      setTold("");
    } catch (error) {
      setTold(error instanceof Refused ? error.message : String(error));
    }
  };
  return (
    <div class="pane-body figures-pane">
      <div class="row bar">
        <button type="button" class="primary" onClick={() => void ask()}>{parts ? _("Count again") : _("Count")}</button>
        {parts && at !== desk.revision && <span class="hint">{_("Counted before your last edits.")}</span>}
      </div>
      <p aria-live="polite">{told}</p>
      {!parts && !told && <p class="empty">{_("Counts how often each ending is reached, how long a play is, whether plain tricks find the best answer, and what to change: words or ways, never “add a move”.")}</p>}
      {parts?.map((part) => (
        <section class="card" key={part.id} aria-label={part.title}>
          <h3>{part.title}</h3>
          <table>
            <tbody>
              {part.rows.map((row, n) => (
                <tr key={n}><th scope="row">{row.name}</th><td>{row.value}</td><td>{row.note}</td></tr>
              ))}
            </tbody>
          </table>
          {part.advice.map((words, n) => <p class="advice" key={n}><Told words={words} /></p>)}
        </section>
      ))}
    </div>
  );
}

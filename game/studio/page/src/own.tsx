// What the form cannot show stands here as it stands in the file, so that nothing is hidden and nothing lost.
import { useDesk } from "./desk";
import { goTo } from "./editor";
import type { Data, Json, Path } from "./edits";
import { _ } from "./texts";
import { pointer } from "./widgets";

/** A part of the file in its own words, with the way to it in the text. */
export function AsText({ path, value, onDelete }: { path: Path; value: Json; onDelete?: () => void }) {
  const desk = useDesk();
  const spot = desk.buffer.reading?.spots[pointer(path)];
  const words = spot ? desk.text.view.state.sliceDoc(...spot) : JSON.stringify(value, null, 1);
  const show = (): void => {
    desk.look("text");
    setTimeout(() => spot && goTo(desk.text.view, spot[0]), 30);
  };
  return (
    <div class="as-text" data-pointer={pointer(path)}>
      <pre tabIndex={0}>{words}</pre>
      <div class="row">
        <button type="button" class="plain" onClick={show}>{_("Change it in the text")}</button>
        {onDelete && <button type="button" class="quiet" onClick={onDelete}>{_("Delete")}</button>}
      </div>
    </div>
  );
}

/** What a mapping holds beside the keys that the form shows. */
export function Others({ path, value, known }: { path: Path; value: Data; known: readonly string[] }) {
  const rest = Object.keys(value).filter((key) => !known.includes(key));
  if (!rest.length) return null;
  return (
    <div class="others">
      <p class="hint">{_("The form does not know this part; it stays in the file as it is:")}</p>
      {rest.map((key) => <AsText key={key} path={[...path, key]} value={{ [key]: value[key] ?? null }} />)}
    </div>
  );
}

// Faces and places as pictures, and the dialogs that let an author pick one by looking.
import { useEffect, useState } from "preact/hooks";
import { useDesk, type Desk } from "./desk";
import { mapping, text } from "./edits";
import { picture } from "./server";
import { _ } from "./texts";
import { asId, asWords } from "./vocabulary";
import { Dialog, Field } from "./widgets";

type Kind = "portraits" | "places";

/** Returns where a picture is asked for: among the author's own, or among the game's. */
function where(desk: Desk, kind: Kind, id: string, way: string): [string, Record<string, string>] {
  if (!id) return ["", {}];
  if (isOwn(desk, kind, id)) return [`/own/${kind}/${encodeURIComponent(id)}`, { file: desk.file, way, hung: String(desk.hung) }];
  return kind === "portraits" ? [`/picture/face/${encodeURIComponent(id)}`, { expression: way }] : [`/picture/place/${encodeURIComponent(id)}`, { hour: way }];
}

/** True for a person or a place that the author has a picture of. */
export function isOwn(desk: Desk, kind: Kind, id: string): boolean {
  return desk.own[kind].some((one) => one.id === id);
}

function usePicture([path, values]: [string, Record<string, string>]): string | null {
  const key = JSON.stringify([path, values]);
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let here = true;
    if (path) void picture(path, values).then((found) => here && setAddress(found));
    else setAddress(null);
    return () => {
      here = false;
    };
  }, [key]);
  return address;
}

/** Somebody's face, or the first letter of their name. */
export function Face({ portrait, expression, name }: { portrait: string; expression: string; name: string }) {
  const shown = expression && expression !== "thinks" ? expression : "neutral";
  const address = usePicture(where(useDesk(), "portraits", portrait, shown));
  return address ? <img class="face" src={address} alt="" /> : <span class="face letter" aria-hidden="true">{name.slice(0, 1)}</span>;
}

/** A place at an hour. */
export function Place({ place, hour }: { place: string; hour: string }) {
  const address = usePicture(where(useDesk(), "places", place, hour || "day"));
  return address ? <img class="place" src={address} alt="" /> : <span class="place letter" aria-hidden="true" />;
}

const MOST = 4_000_000; // bytes of a picture that is put there as it is
const LONGEST = 1600; // pixels of the longer side of one that is made anew

/** Returns a picture in a form that the game can show: a photo, or one that is too large, is made anew and smaller. */
async function usable(picture: File): Promise<Blob> {
  if (picture.size <= MOST && picture.type !== "image/jpeg") return picture;
  try {
    const seen = await createImageBitmap(picture);
    const scale = Math.min(1, LONGEST / Math.max(seen.width, seen.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(seen.width * scale);
    canvas.height = Math.round(seen.height * scale);
    canvas.getContext("2d")!.drawImage(seen, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob((made) => done(made ?? picture), "image/webp", 0.85));
  } catch {
    return picture; // no picture at all: whoever takes it says so
  }
}

/** Takes a picture file of the author's own; `stem` says how it is called, `done` what comes of it. */
function OwnPicture({ label, stem, done }: { label: string; stem: (file: string) => string; done?: (stem: string) => void }) {
  const desk = useDesk();
  const [told, setTold] = useState("");
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const asked = stem(file.name.replace(/\.\w+$/, ""));
    const wrong = await desk.hang(asked, await usable(file));
    setTold(wrong);
    if (!wrong) done?.(asked);
  };
  return (
    <div class="own-picture">
      <label class="file">
        {label}
        <input type="file" class="unseen" accept="image/png,image/webp,image/jpeg" onChange={(event) => void take(event.currentTarget.files?.[0])} />
      </label>
      <p class="hint">{_("A photo, a PNG or a WebP file; a large one is made smaller. It is put beside your scenario, and goes along when you send it.")}</p>
      <p class="wrong" role="alert">{told}</p>
    </div>
  );
}

/** Says in words what an own picture shows. */
export function PictureText({ kind, id }: { kind: Kind; id: string }) {
  const desk = useDesk();
  if (!isOwn(desk, kind, id)) return null;
  return <Field label={_("What your picture shows, for whoever does not see it")} path={["pictures", id]} value={text(mapping(desk.data["pictures"])[id])} />;
}

/** Lets the author pick an expression by its face. */
export function PickExpression(props: { portrait: string; name: string; now: string; onPick: (id: string) => void; onClose: () => void }) {
  const desk = useDesk();
  const rows = desk.words.expressions.filter((one) => one.id !== "thinks");
  const now = rows.find((one) => one.id === (props.now || "neutral"));
  return (
    <Dialog title={_("How does {name} look?", { name: props.name })} onClose={props.onClose} wide>
      <ul class="pictures faces">
        {rows.map((one) => (
          <li key={one.id}>
            <button type="button" aria-pressed={(props.now || "neutral") === one.id} onClick={() => props.onPick(one.id)}>
              <Face portrait={props.portrait} expression={one.id} name={props.name} />
              {one.title}
            </button>
          </li>
        ))}
        <li>
          <button type="button" aria-pressed={props.now === "thinks"} onClick={() => props.onPick("thinks")}>
            <span class="face thought" aria-hidden="true">…</span>
            {_("thinks (not heard)")}
          </button>
        </li>
      </ul>
      {now && isOwn(desk, "portraits", props.portrait) && <OwnPicture label={_("Your own picture for “{face}” …", { face: now.title })} stem={() => `portraits/${props.portrait}/${now.id}`} />}
    </Dialog>
  );
}

/** Lets the author pick a place and its hour by looking. */
export function PickPlace(props: { place: string; hour: string; onPick: (place: string, hour: string) => void; onClose: () => void }) {
  const desk = useDesk();
  const { words } = desk;
  const [hour, setHour] = useState(props.hour || "day");
  return (
    <Dialog title={_("Where is this?")} onClose={props.onClose} wide>
      <div class="row" role="group" aria-label={_("Hour")}>
        {words.hours.map((one) => (
          <button type="button" class="chip" key={one.id} aria-pressed={hour === one.id} onClick={() => setHour(one.id)}>{one.title}</button>
        ))}
      </div>
      <OwnPicture label={_("Your own picture of a place …")} stem={(name) => `places/${asId(name, [], "place")}`} done={(stem) => props.onPick(stem.slice(7), hour)} />
      <ul class="pictures places">
        {[...named(desk, "places"), ...words.places].map((one) => (
          <li key={one.id}>
            <button type="button" aria-pressed={props.place === one.id} onClick={() => props.onPick(one.id, hour)}>
              <Place place={one.id} hour={hour} />
              {one.title}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Returns the author's own that the game has no picture of. */
function named(desk: Desk, kind: Kind): { id: string; title: string }[] {
  const known = new Set(desk.words[kind].map((one) => one.id));
  return desk.own[kind].filter((one) => !known.has(one.id)).map(({ id }) => ({ id, title: asWords(id) }));
}

/** Lets the author pick somebody's portrait. */
export function PickPortrait(props: { now: string; onPick: (id: string) => void; onClose: () => void }) {
  const desk = useDesk();
  return (
    <Dialog title={_("Which portrait?")} onClose={props.onClose} wide>
      <OwnPicture label={_("Your own picture of somebody …")} stem={(name) => `portraits/${asId(name, [], "somebody")}`} done={(stem) => props.onPick(stem.slice(10))} />
      <ul class="pictures faces">
        <li>
          <button type="button" aria-pressed={!props.now} onClick={() => props.onPick("")}>
            <span class="face letter" aria-hidden="true">–</span>
            {_("No portrait")}
          </button>
        </li>
        {[...named(desk, "portraits"), ...desk.words.portraits].map((one) => (
          <li key={one.id}>
            <button type="button" aria-pressed={props.now === one.id} onClick={() => props.onPick(one.id)}>
              <Face portrait={one.id} expression="neutral" name={one.title} />
              {one.title}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

// The first screen: four kinds to begin with, a scenario of the library to copy, a draft to bring, and the newest files.
import { useEffect, useState } from "preact/hooks";
import { bring, get, picture, post, Refused } from "./server";
import { _ } from "./texts";
import { AskName } from "./widgets";

interface First {
  kinds: { id: string; title: string; sentence: string }[];
  recent: { file: string; name: string; title: string; changed: string }[];
  folder: string;
}

interface Copied {
  id: string;
  title: string;
  summary: string;
  picture: string;
}

const DRAFTS = ".docx,.xlsx,.twee,.tw,.html,.htm,.yaml,.yml,.zip";

export function StartScreen({ onOpen, why }: { onOpen: (file: string) => void; why: string }) {
  const [first, setFirst] = useState<First | null>(null);
  const [library, setLibrary] = useState<Copied[] | null>(null);
  const [told, setTold] = useState(why);
  const [naming, setNaming] = useState<First["kinds"][number] | null>(null);
  const [problems, setProblems] = useState<{ file: string; words: string[] } | null>(null);
  const trying = async (act: () => Promise<void>): Promise<void> => {
    setTold("");
    try {
      await act();
    } catch (error) {
      setTold(error instanceof Refused ? error.message : String(error));
    }
  };
  useEffect(() => {
    document.title = _("Equal Footing: the studio");
    void trying(async () => setFirst(await get<First>("/start")));
    void trying(async () => setLibrary((await get<{ copies: Copied[] }>("/copies")).copies));
  }, []);
  const opened = async (path: string, what: object): Promise<void> => onOpen((await post<{ file: string }>(path, what)).file);
  const draft = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const found = await bring(file);
    if (found.problems?.length) setProblems({ file: found.file, words: found.problems });
    else onOpen(found.file);
  };
  return (
    <main class="start">
      <header>
        <h1>{_("Write a scenario")}</h1>
        <p class="lead">{_("A person who is more than one thing to you, a hard moment, and three things one could say. You write it in a form and play it beside.")}</p>
      </header>
      <p class="notice-line" role="alert">{told}</p>
      {problems && (
        <section class="card">
          <h2>{_("Your draft is here; some of it needs a look")}</h2>
          <ul>{problems.words.map((words, n) => <li key={n}>{words}</li>)}</ul>
          <button type="button" class="primary" onClick={() => onOpen(problems.file)}>{_("Open it")}</button>
        </section>
      )}
      <section aria-labelledby="begin">
        <h2 id="begin">{_("Begin with a small one that can be played already")}</h2>
        <ul class="kinds">
          {first?.kinds.filter((kind) => kind.id !== "empty").map((kind) => (
            <li key={kind.id}>
              <button type="button" onClick={() => setNaming(kind)}><b>{kind.title}</b><span>{kind.sentence}</span></button>
            </li>
          ))}
        </ul>
        {first?.kinds.filter((kind) => kind.id === "empty").map((kind) => (
          <button type="button" class="plain" key={kind.id} onClick={() => setNaming(kind)}>{kind.title}</button>
        ))}
      </section>
      {!!first?.recent.length && (
        <section aria-labelledby="recent">
          <h2 id="recent">{_("Go on with one of yours")}</h2>
          <ul class="recent">
            {first.recent.map((file) => (
              <li key={file.name}>
                <button type="button" onClick={() => void trying(() => opened("/open", { name: file.name }))}>
                  <b>{file.title}</b><span>{file.name} · {when(file.changed)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="draft">
        <h2 id="draft">{_("Bring a draft")}</h2>
        <p>{_("From Word, Excel, Twine, or a file that somebody shared with you. Your file stays as it is.")}</p>
        <details class="layout">
          <summary>{_("How a Word or Excel draft is laid out")}</summary>
          <p>{_("Word: a heading for each scene, and under it a line “Place: café. Rules: social”. Then a table with the columns Who, How, Words, and one with You say, Moves, Answer, Feedback, Goes to.")}</p>
          <p>{_("Goes to names the heading of another scene, or an ending: “END good: She books again”. What an option does is said in the words that the form has for it, or left empty.")}</p>
          <p>{_("Excel: one sheet with the same columns, and Scene, Place and Rules before them; Evidence holds the words that make a move true. An empty Scene goes on with the one above.")}</p>
        </details>
        <label class="file">
          {_("Choose a file …")}
          <input type="file" class="unseen" accept={DRAFTS} onChange={(event) => void trying(() => draft(event.currentTarget.files?.[0]))} />
        </label>
      </section>
      <section aria-labelledby="copies">
        <h2 id="copies">{_("Start from a copy of …")}</h2>
        {!library && <p class="hint" role="status">{_("Opening …")}</p>}
        <ul class="copies">
          {library?.map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => void trying(() => opened("/copy", { scenario: one.id }))}>
                <Picture path={one.picture} /><b>{one.title}</b><span>{one.summary}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {first && <p class="hint">{_("Everything is kept in your folder “{folder}”, on this computer only.", { folder: first.folder })}</p>}
      {naming && (
        <AskName
          title={naming.title}
          label={_("What is it called?")}
          about={_("You can change the title later.")}
          done={_("Begin")}
          onClose={() => setNaming(null)}
          onDone={(title) => void trying(() => opened("/new", { kind: naming.id, title }))}
        />
      )}
    </main>
  );
}

function when(changed: string): string {
  return new Date(changed).toLocaleString(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" });
}

function Picture({ path }: { path: string }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const [place, query] = path.split("?");
    void picture(place!, Object.fromEntries(new URLSearchParams(query))).then(setAddress);
  }, [path]);
  return address ? <img class="place" src={address} alt="" /> : <span class="place letter" />;
}

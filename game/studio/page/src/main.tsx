// The studio's page: the first screen, or the desk with one file.
import "../style.css";
import { render } from "preact";
import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { Desk, DeskContext } from "./desk";
import { DeskPage } from "./desk_page";
import { arrive, get, here, stayAt } from "./server";
import { begin } from "./settings";
import { StartScreen } from "./start";
import { speak } from "./texts";
import type { Vocabulary } from "./vocabulary";

function Page({ words, first }: { words: Vocabulary; first: string | null }) {
  const [file, setFile] = useState(first);
  const [why, setWhy] = useState("");
  const [, again] = useReducer((count: number) => count + 1, 0);
  const desk = useRef<Desk | null>(null);
  const open = (next: string | null): void => {
    stayAt(next);
    desk.current?.close();
    desk.current = null;
    setFile(next);
  };
  useEffect(() => {
    const leave = (): void => desk.current?.flush();
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => removeEventListener("pagehide", leave);
  }, []);
  if (file === null) return <StartScreen onOpen={open} why={why} />;
  const gone = (told: string): void => (setWhy(told), open(null));
  desk.current ??= new Desk(file, words, () => again(undefined), gone);
  return (
    <DeskContext.Provider value={desk.current}>
      <DeskPage key={file} onLeave={() => open(null)} />
    </DeskContext.Provider>
  );
}

async function start(): Promise<void> {
  begin();
  speak(JSON.parse(document.getElementById("words")?.textContent || "{}") as Record<string, string>);
  const place = document.getElementById("page")!;
  const first = arrive(place.dataset["file"] ?? "");
  try {
    const words = await get<Vocabulary>("/vocabulary");
    here();
    render(<Page words={words} first={first} />, place);
  } catch (error) {
    place.textContent = error instanceof Error ? error.message : String(error);
  }
}

void start();

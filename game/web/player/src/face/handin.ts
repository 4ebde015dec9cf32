// Handing in: the journal as a text file, by the share sheet where a finger is at work and the device has one, else as a
// download; and a sentence that says where it lies.
import { _ } from "../core";
import type { App } from "./app";

/** Shares or saves the journals of these plays, and says in `told` what became of it. */
export async function handIn(app: App, sessions: string[], told: HTMLElement, share = true): Promise<void> {
  const text = sessions.map((session) => app.plays.journal(session)).join("");
  const name = fileName(app, sessions);
  const file = new File([text], name, { type: "text/plain" });
  if (share && byFinger() && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title: name });
      told.textContent = _("It is on its way. It stays on this page too.");
      return;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") {
        told.textContent = _("Nothing was sent. Try again, or save the file.");
        return;
      }
    }
  }
  download(file);
  told.textContent = _("Saved as {name}. It lies where your downloads are. Hand it in as your teacher asked.", { name });
}

function byFinger(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}

function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The date, the scenario and a few digits of the session; nothing about the player. */
function fileName(app: App, sessions: string[]): string {
  const first = sessions.length === 1 ? app.plays.find(sessions[0]!) : undefined;
  if (!first) return `equal-footing-${new Date().toISOString().slice(0, 10)}.txt`;
  return `${first.at.slice(0, 10)}-${first.scenario}-${first.session.slice(0, 6)}.txt`;
}

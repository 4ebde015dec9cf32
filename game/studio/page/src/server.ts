// What the page asks of its own server, on this computer. Every question carries the token that opened the page.
import { _ } from "./texts";

const KEPT = "studio-token";

export class Refused extends Error {}

/** Takes the token from the address that the studio printed, and keeps it for a reload; returns the file to open. */
export function arrive(first: string): string | null {
  const given = location.hash.slice(1);
  const asked = new URLSearchParams(location.search).get("file");
  if (!given) return asked;
  sessionStorage.setItem(KEPT, given);
  stayAt(asked ?? (first || null));
  return asked ?? (first || null);
}

/** Makes the page's address that of a file (or of the first screen). */
export function stayAt(file: string | null): void {
  history.replaceState(null, "", file ? `/?file=${encodeURIComponent(file)}` : "/");
}

function token(): string {
  return sessionStorage.getItem(KEPT) ?? "";
}

function address(path: string, values: Record<string, string>): string {
  const asked = new URLSearchParams(values);
  return String(asked) ? `${path}?${asked}` : path;
}

async function answered(asked: Promise<Response>): Promise<Response> {
  let answer: Response;
  try {
    answer = await asked;
  } catch {
    throw new Refused(_("The studio does not answer. Is its window still open?"));
  }
  if (answer.ok) return answer;
  const told = (await answer.json().catch(() => null)) as { why?: string } | null;
  throw new Refused(told?.why ?? _("The studio could not do that."));
}

/** Returns the answer to a question. Throws Refused, with a sentence. */
export async function get<T>(path: string, values: Record<string, string> = {}): Promise<T> {
  const asked = fetch(address(path, values), { headers: { "X-Studio-Token": token() } });
  return (await (await answered(asked)).json()) as T;
}

/** Has something done. Throws Refused, with a sentence. */
export async function post<T>(path: string, what: object): Promise<T> {
  return (await (await posted(path, JSON.stringify(what), { "Content-Type": "application/json" })).json()) as T;
}

function posted(path: string, body: BodyInit, headers: Record<string, string>): Promise<Response> {
  return answered(fetch(address(path, {}), { method: "POST", body, headers: { ...headers, "X-Studio-Token": token() } }));
}

/** Hands in a file that the author chose. */
export async function bring(file: File): Promise<{ file: string; problems?: string[] }> {
  const named = { "X-File-Name": encodeURIComponent(file.name), "Content-Type": "application/octet-stream" };
  return (await (await posted("/bring", await file.arrayBuffer(), named)).json()) as { file: string };
}

/** Puts a picture of the author's own beside their file. */
export async function putPicture<T>(file: string, stem: string, picture: Blob): Promise<T> {
  const named = { "Content-Type": "application/octet-stream" };
  return (await (await posted(address(`/own/${stem}`, { file }), await picture.arrayBuffer(), named)).json()) as T;
}

/** Has a file made and gives it to the author as a download; returns its name. */
export async function download(path: string, what: object): Promise<string> {
  const answer = await posted(path, JSON.stringify(what), { "Content-Type": "application/json" });
  const said = answer.headers.get("Content-Disposition") ?? "";
  const told = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1];
  const name = told ? decodeURIComponent(told) : (/filename="?([^";]+)"?/.exec(said)?.[1] ?? "scenario");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}

/** Returns a socket to the server. */
export function socket(path: string, file: string): WebSocket {
  return new WebSocket(`ws://${location.host}${address(path, { file })}`, ["studio", token()]);
}

const pictures = new Map<string, Promise<string | null>>();

/** Returns the address of a picture, asked for once; null where there is none. */
export function picture(path: string, values: Record<string, string>): Promise<string | null> {
  const key = address(path, values);
  const known = pictures.get(key);
  if (known) return known;
  const asked = fetch(key, { headers: { "X-Studio-Token": token() } })
    .then(async (answer) => (answer.ok ? URL.createObjectURL(await answer.blob()) : null))
    .catch(() => null);
  pictures.set(key, asked);
  return asked;
}

/** Returns a file as base64; null where there is none. */
export async function fetched(path: string, values: Record<string, string>): Promise<string | null> {
  const answer = await fetch(address(path, values), { headers: { "X-Studio-Token": token() } }).catch(() => null);
  if (!answer?.ok) return null;
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let letters = "";
  for (let n = 0; n < bytes.length; n += 0x8000) letters += String.fromCharCode(...bytes.subarray(n, n + 0x8000));
  return btoa(letters);
}

/** Returns the address of a page in a frame, which may carry no header: it goes by a key that only reads. */
export function framed(path: string, look: string, values: Record<string, string>): string {
  return address(path, { ...values, look });
}

/** Tells the studio that a page is open, for as long as it is. */
export function here(): void {
  const open = new WebSocket(`ws://${location.host}/here`, ["studio", token()]);
  open.onclose = () => setTimeout(here, 2000);
}

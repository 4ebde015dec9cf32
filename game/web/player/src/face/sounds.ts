// What a place sounds like, where its author put a sound beside the story: again and again, quietly, once a player has
// turned sounds on. Nothing is heard before a touch or a key, and nothing while the page is out of sight.
// Sibling: game/window/sound/player.py.
import { _ } from "../core";
import { fromBase64 } from "../base64";

const VOLUMES: Record<string, number> = { faint: 0.15, soft: 0.35, full: 0.8 };
const RATE = 22050; // of the samples: three minutes are 32 MB then
const IN = 1.5; // seconds
const OUT = 0.9;

let context: AudioContext | null = null;
let loud = 0; // 0 is silence
let touched = false;
let wished = ""; // whose sound should be heard
let heard = ""; // whose sound is
let fading: GainNode | null = null; // what it goes through
let complain: (words: string) => void;

const block = (key: string): string | undefined => document.getElementById(`sound:${key}`)?.textContent?.trim();

/** Whether the page carries sounds. */
export const hasSounds = (): boolean => document.querySelector('[id^="sound:"]') !== null;

/** Starts to listen for the first touch; what goes wrong is told once by `say`. */
export function soundsBegin(say: (words: string) => void): void {
  complain = say;
  const touch = (): void => {
    touched = true;
    void follow();
  };
  for (const name of ["click", "keydown"]) addEventListener(name, touch);
  document.addEventListener("visibilitychange", () => void (document.hidden ? context?.suspend() : context?.resume()));
}

/** As loud as the settings say. */
export function setSounds(on: boolean, volume: string): void {
  loud = on ? (VOLUMES[volume] ?? 0) : 0;
  void follow();
}

/** Lets this place of a scenario be heard; without one there is silence. */
export function enter(scenario?: string, place?: string): void {
  wished = scenario ? `own:${scenario}/${place}` : "";
  void follow();
}

/** Brings what is heard in line with what should be. */
async function follow(): Promise<void> {
  const key = loud && block(wished) ? wished : "";
  if (key && touched) {
    context ??= new AudioContext({ sampleRate: RATE });
    if (!document.hidden) void context.resume();
  }
  if (!context || (key && !touched)) return;
  if (key === heard) return fade(fading, loud, 0.1);
  fade(fading, 0, OUT);
  heard = key;
  fading = null;
  if (!key) {
    setTimeout(() => heard || void context?.suspend(), OUT * 1000);
    return;
  }
  try {
    const buffer = await context.decodeAudioData(fromBase64(block(key)!).buffer);
    if (heard !== key || fading) return; // the place is another's meanwhile
    const source = new AudioBufferSourceNode(context, { buffer, loop: true });
    fading = new GainNode(context, { gain: 0 });
    source.connect(fading).connect(context.destination);
    source.start();
    fade(fading, loud, IN);
  } catch {
    complain(_("This browser cannot play this conversation’s sounds. You miss nothing without them."));
    document.getElementById(`sound:${key}`)?.remove();
  }
}

function fade(gain: GainNode | null, to: number, seconds: number): void {
  if (!gain || !context) return;
  const now = context.currentTime;
  gain.gain.cancelScheduledValues(now);
  gain.gain.setValueAtTime(gain.gain.value, now);
  gain.gain.linearRampToValueAtTime(to, now + seconds);
  if (!to) setTimeout(() => gain.disconnect(), seconds * 1000);
}

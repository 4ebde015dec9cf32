// A journal's lines as xAPI statements. Each carries its line whole in an extension, so that the journal can be made again
// from what a record store returns, byte for byte. Sibling: game/debrief/export/xapi.py.
import { asLine, encoded, fromLine, type JournalEvent, type Scenario } from "../core";
import { digestOf } from "../seed";

const HOME = "https://equal-footing.example"; // a reserved name: an identifier, not an address
export const LINE = `${HOME}/xapi/extensions/journal-line`;
export const SESSION = `${HOME}/xapi/extensions/session`;
const CMI5 = "https://w3id.org/xapi/cmi5/context/categories/cmi5";
const MOVE_ON = "https://w3id.org/xapi/cmi5/context/categories/moveon";

const VERBS: Record<JournalEvent["event"], string> = {
  begun: "attempted",
  chosen: "answered",
  worded: "responded",
  resumed: "resumed",
  reflected: "commented",
  finished: "experienced",
  abandoned: "suspended",
};

export interface Statement {
  id: string;
  actor: unknown;
  verb: { id: string; display: Record<string, string> };
  object: { objectType: "Activity"; id: string; definition?: Record<string, unknown> };
  result?: Record<string, unknown>;
  context: Context;
  timestamp: string;
}

export interface Context {
  registration?: string;
  contextActivities?: Record<string, unknown>;
  extensions?: Record<string, unknown>;
}

/** What all statements of a launch share. */
export interface Launch {
  actor: unknown;
  activity: string;
  registration: string;
  template: Context; // what the platform wants in every statement
}

/** The statement of a journal's line. Its id hangs on the play and the line alone: sent twice, it is there once. */
export function ofLine(launch: Launch, event: JournalEvent, session: string, scenario: Scenario): Statement {
  const line = asLine(event);
  const made = statement(launch, VERBS[event.event], idOf(`${launch.registration}/${session}/${event.n}/${line}`), event.at);
  made.context.extensions = { ...made.context.extensions, [LINE]: line, [SESSION]: session };
  if (event.event !== "chosen") return made;
  const options = scenario.nodes[event.node]?.options ?? [];
  const choices = options.map(({ id, say, do: act }) => ({ id, description: { [scenario.language]: say ?? act ?? id } }));
  made.object = {
    objectType: "Activity",
    id: `${HOME}/scenarios/${scenario.id}/decisions/${event.node}`,
    definition: { type: "http://adlnet.gov/expapi/activities/cmi.interaction", interactionType: "choice", choices },
  };
  made.result = { response: event.option, duration: span(event.elapsed_ms) };
  return made;
}

/** A statement that cmi5 itself defines; those that can make a course go on say so. */
export function defined(launch: Launch, verb: string, part: string, result?: Record<string, unknown>): Statement {
  const made = statement(launch, verb, idOf(`${launch.registration}/${part}/${verb}`), new Date().toISOString());
  const moves = verb === "completed" || verb === "passed";
  const template = (launch.template.contextActivities?.["category"] ?? []) as unknown[];
  made.context.contextActivities = {
    ...made.context.contextActivities,
    category: [...template, { id: CMI5 }, ...(moves ? [{ id: MOVE_ON }] : [])],
  };
  if (result) made.result = result;
  return made;
}

function statement(launch: Launch, verb: string, id: string, at: string): Statement {
  return {
    id,
    actor: launch.actor,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    object: { objectType: "Activity", id: launch.activity },
    context: { ...launch.template, registration: launch.registration },
    timestamp: at,
  };
}

/** Returns the journals that a store's statements carry, by session: each up to the first line that is missing. */
export function journalsIn(statements: Statement[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { context } of statements) {
    const line = context?.extensions?.[LINE];
    const session = context?.extensions?.[SESSION];
    if (typeof line !== "string" || typeof session !== "string") continue;
    const n = fromLine(line.trimEnd())?.n;
    const lines = found.get(session) ?? [];
    if (n !== undefined) lines[n] = line;
    found.set(session, lines);
  }
  for (const [session, lines] of found) {
    const gap = Array.from(lines).indexOf(undefined as never);
    if (gap >= 0) found.set(session, lines.slice(0, gap));
  }
  return found;
}

/** A span of time as ISO 8601 has it, to a hundredth of a second. */
export function span(milliseconds: number): string {
  return `PT${(milliseconds / 1000).toFixed(2)}S`;
}

/** An id that hangs on a text alone, in the shape of a random one. */
function idOf(text: string): string {
  const hex = digestOf(text, 0n);
  const variant = "89ab"[parseInt(hex[16]!, 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** How many bytes a text has: a request that outlives its page may have 64 kB. */
export function bytes(text: string): number {
  return encoded(text).length;
}

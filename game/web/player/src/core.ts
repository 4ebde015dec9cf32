// Everything that a face of the player stands on, and what the walk holds against Python. No module of the core knows
// a document, a window or a storage: those belong to the face.

export { blake2b } from "./blake2b";
export { branchSession } from "./branch";
export { type Closing, closing } from "./closing";
export { type Position } from "./conditions";
export * from "./engine";
export * from "./errors";
export { asLine, fromLine } from "./events";
export { fraction, points } from "./fractions";
export { lookAgain } from "./family";
export { givenAsText, type GivenCard, givenCard, shownScore } from "./given";
export { type Entry, glossaryOf, type Group, met, type MetOptions, type Pair } from "./glossary";
export { Journal, MemoryRecorder, parseJournal } from "./journal";
export { Library } from "./library";
export { isPrivate, nameOf, titleOf, toTry, words } from "./model";
export { corner, earnedName } from "./naming";
export { changes, newSession, type NewPlay, resumeSession } from "./new_session";
export { isLive } from "./phases";
export { tidy } from "./players";
export { encoded, isoTime, strip } from "./python";
export { score } from "./score";
export { COMPONENTS, ScoringModel } from "./scoring_model";
export { anySeed, newId } from "./seed";
export { Session } from "./session";
export { type Mark, type Plane, planes, type Point } from "./trace";
export type * from "./types";
export { cameOut } from "./standing";
export { summingUp, typed } from "./summing_up";
export { retold } from "./texts";
export { filled, varied } from "./vary";
export { type Improvement, weighedMost } from "./weighed_most";
export { _, N_, speak } from "./words";

// What can go wrong, each with one clear sentence. Sibling: game/errors.py.

export class GameError extends Error {}

/** An option that is locked or not offered. */
export class OptionUnavailable extends GameError {}

/** Something that is not possible in this phase. */
export class WrongPhase extends GameError {}

/** A journal that cannot be read, written or gone on with. */
export class JournalError extends GameError {}

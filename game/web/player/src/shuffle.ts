// The order in which options are shown: shuffled by the play's seed. Sibling: game/play/shuffle.py.

import { digestOf } from "./seed";
import type { Offer } from "./types";

/** The offers in the seed's order: by a keyed hash of each option's id, so that a new option moves no other. */
export function shuffled(offers: readonly Offer[], seed: bigint): Offer[] {
  const digests = new Map(offers.map((offer) => [offer, digestOf(offer.option.id, seed)]));
  return [...offers].sort((one, other) => (digests.get(one)! < digests.get(other)! ? -1 : 1));
}

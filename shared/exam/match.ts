/**
 * How many slots can be filled when each takes one of the offers that fit it and each offer is used once: a maximum
 * matching, grown by augmenting paths (Kuhn; R. Diestel, "Graph Theory", ch. 2.1).
 * @param fits whether an offer may stand in a slot, both 0-based
 */
export function countMatches(slots: number, offers: number, fits: (slot: number, offer: number) => boolean): number {
  const slotOf: (number | null)[] = Array.from({ length: offers }, () => null);
  let matched = 0;
  for (let slot = 0; slot < slots; slot += 1) if (place(slot, new Set())) matched += 1;
  return matched;

  /** Gives the slot an offer, moving the slot that holds it to another one where that is needed. */
  function place(slot: number, tried: Set<number>): boolean {
    for (let offer = 0; offer < offers; offer += 1) {
      if (tried.has(offer) || !fits(slot, offer)) continue;
      tried.add(offer);
      const holder = slotOf[offer] ?? null;
      if (holder !== null && !place(holder, tried)) continue;
      slotOf[offer] = slot;
      return true;
    }
    return false;
  }
}

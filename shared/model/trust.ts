/** The highest version of a role that was accepted, and the ids of the keys that were to sign it, sorted. */
export interface RoleFloor {
  readonly version: number;
  readonly keys: readonly string[];
}

/** The highest versions ever accepted from a publisher: nothing older is taken again. */
export interface Floor {
  readonly root: number;
  readonly timestamp: RoleFloor;
  readonly snapshot: RoleFloor;
  readonly targets: RoleFloor;
  /** Newest signed instant of publishing seen so far, ISO 8601; '' before the first. */
  readonly issued: string;
}

/** Work: the floor of the publisher with this fingerprint. It stands in the journal too, so that it outlives the content folder. */
export interface TrustFloor extends Floor {
  readonly id: string;
}

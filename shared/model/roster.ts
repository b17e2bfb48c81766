export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: 'headquarters' | 'county' | 'branchOffice' | 'station';
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly unitId: string;
  readonly branch: string;
  /** 专职 or 兼职 party-affairs worker. */
  readonly duty: 'fullTime' | 'partTime';
  readonly position: string;
}

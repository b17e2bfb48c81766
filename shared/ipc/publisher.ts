import type { Failure } from '../model/failure.ts';

/** The bureau's side of packages: its repository, its keys, and where it is copied to. */
export interface PublisherState {
  /** Null before the first publication. */
  readonly repository: {
    readonly label: string;
    readonly available: boolean;
    readonly fingerprint: string;
    /** Token of its folder, to publish into again; null while it is not there. */
    readonly place: string | null;
  } | null;
  readonly published: readonly PublishedPackageState[];
  readonly keys: KeysState;
  readonly destinations: readonly Destination[];
  /** What is wrong with the repository or the keys, so that they could not be read. */
  readonly troubles: readonly Failure[];
}

export interface PublishedPackageState {
  readonly name: string;
  readonly kind: string;
  readonly title: string;
  readonly version: number;
  /** ISO 8601. */
  readonly issued: string;
  readonly items: number;
}

export interface KeysState {
  /** Keys that the newest root names for signing it, how many of them have to, and how many lie on this computer. */
  readonly root: { readonly keys: readonly KeyState[]; readonly threshold: number };
  readonly online: readonly KeyState[];
  /** ISO 8601: when the root, and everything else that is signed, expires; '' before the first publication. */
  readonly rootExpires: string;
  readonly expires: string;
  /** When the present keys of a role were last exported for the safe and read back, in milliseconds since 1970; null: never. */
  readonly exported: Readonly<Record<KeyRole, number | null>>;
}

export interface KeyState {
  /** First 16 hex digits of the key id. */
  readonly id: string;
  /** Whether its secret part lies on this computer, in the open or sealed by a passphrase. */
  readonly here: 'open' | 'sealed' | 'elsewhere';
  /** Whether its passphrase was given since the program was started. */
  readonly unlocked: boolean;
}

export const keyRoles = ['root', 'online'] as const;
export type KeyRole = (typeof keyRoles)[number];

/** What the rotation wizard may do. Each is a new version of the root, signed by the old keys and the new ones. */
export type Rotation =
  | { readonly kind: 'online' }
  /** Puts new root keys in the place of all old ones: `keys` of them, `threshold` of which have to sign. */
  | { readonly kind: 'root'; readonly keys: number; readonly threshold: number }
  /** Signs the same root anew, for another ten years. */
  | { readonly kind: 'renew' }
  /** Signs everything else that is published anew with the online key; needs no root key. */
  | { readonly kind: 'sign-again' };

export interface RotationOutcome {
  /** Of the newest root. */
  readonly version: number;
  /** The fingerprint that offices have compared stays the same. */
  readonly fingerprint: string;
}

export interface Destination {
  readonly id: string;
  readonly kind: DestinationDraft['kind'];
  readonly label: string;
  readonly lastUpload: {
    readonly at: number;
    readonly failure: Failure | null;
    /** False where something was published, renewed or signed again since what lies there. */
    readonly current: boolean;
  } | null;
}

/** A place to which the repository is copied. Secrets are kept by the system's own safe and never come back to the window. */
export type DestinationDraft =
  | { readonly kind: 'folder'; readonly place: string }
  | { readonly kind: 'webdav'; readonly url: string; readonly user: string; readonly password: string }
  | {
      readonly kind: 's3';
      /** Endpoint with the bucket, e.g. `https://s3.example.com/sanxun`; objects lie below it. */
      readonly url: string;
      readonly region: string;
      readonly accessKey: string;
      readonly secretKey: string;
    };

export interface UploadOutcome {
  readonly files: number;
  readonly bytes: number;
  readonly writtenFiles: number;
  readonly writtenBytes: number;
  /** True when the place is a removable drive and its cache was emptied, so that it can be pulled out. */
  readonly removable: boolean;
}

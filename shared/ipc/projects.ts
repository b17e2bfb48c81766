import type { BundleEntry, BundleManifest, BundleSender } from '../model/bundle.ts';
import type { Failure } from '../model/failure.ts';
import type { Form } from '../model/form.ts';
import type { PlanDocument } from '../model/plan-file.ts';
import type { PublishedProjects } from '../model/reviewing.ts';
import type { Claim } from '../model/topic.ts';
import type { ExportOutcome } from './contract.ts';
import type { PaperSize } from './exam.ts';

/** A bundle that is to be signed, sealed and written. */
export interface BundleExportRequest {
  readonly place: string;
  /** The bureau's key (`age1…`), from its `projects` package. */
  readonly recipient: string;
  readonly sender: BundleSender;
  readonly entries: readonly BundleEntry[];
}

export interface BundleExportOutcome extends ExportOutcome {
  readonly bundleId: string;
  /** By entry, in the order of the request: hex SHA-256 of the canonical JSON of its content. */
  readonly sha256s: readonly string[];
}

/** What one bundle of a branch held. */
export type OpenedBundle =
  | {
      readonly file: string;
      readonly ok: true;
      readonly manifest: BundleManifest;
      /** Those that this program knows and that are whole. */
      readonly entries: readonly BundleEntry[];
      /** Kinds of entries that this program is too old for, and how many of each. */
      readonly unknown: Readonly<Record<string, number>>;
    }
  | { readonly file: string; readonly ok: false; readonly failure: Failure };

export interface ProjectsPublishRequest {
  /** Token of the repository's folder. */
  readonly place: string;
  readonly name: string;
  readonly title: string;
  /** `receiving` is filled in by main. */
  readonly contents: Omit<PublishedProjects, 'receiving'>;
  readonly clockOk: boolean;
}

/** A file of evidence that main has taken into its store. */
export interface StoredEvidence {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export type ProjectFile =
  /** The plan as a workbook that can come back (hidden node ids), as Microsoft Project XML, or its nodes as iCalendar. */
  | { readonly kind: 'xlsx' | 'mspdi' | 'icalendar'; readonly plan: PlanDocument }
  /** The plan table and its bars, to print. */
  | { readonly kind: 'bars'; readonly plan: PlanDocument; readonly size: PaperSize }
  | { readonly kind: 'form'; readonly form: Form; readonly formats: readonly ('docx' | 'pdf')[] };

export interface ProjectExportRequest {
  readonly place: string;
  readonly folder: string;
  readonly files: readonly ProjectFile[];
}

export type SignedClaim = Pick<Claim, 'installation' | 'signature'>;

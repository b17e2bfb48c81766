/** Every cap on what is read from outside stands here. Bytes unless said otherwise. */
export const limits = {
  /** One gzip block of a package, packed and unpacked. */
  blockPacked: 8_000_000,
  blockUnpacked: 64_000_000,
  manifest: 20_000_000,
  /** All blocks of one package version. */
  packagePacked: 1_000_000_000,
  /** TUF metadata, see tuf-js config. */
  rootMetadata: 512_000,
  timestampMetadata: 16_384,
  snapshotMetadata: 2_000_000,
  targetsMetadata: 20_000_000,
  /** A connection that sends nothing for this long is given up (ms). */
  idleTimeout: 20_000,
  /** Question files given to the importer. */
  importFile: 200_000_000,
  importRows: 200_000,
  importCell: 32_767,
  /** Columns of a sheet; what stands further right is not looked at. */
  importColumns: 256,
  /** A workbook's zip: all parts unpacked, their number, and how many times smaller they may be packed. */
  importUnpacked: 300_000_000,
  importParts: 2_000,
  importRatio: 200,
  /** One journal line. */
  journalLine: 16_000_000,
} as const;

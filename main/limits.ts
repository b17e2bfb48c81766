/** Every cap on what is read from outside stands here. Bytes unless said otherwise. */
export const limits = {
  /** One gzip block of a package, packed and unpacked. */
  blockPacked: 8_000_000,
  blockUnpacked: 64_000_000,
  manifest: 20_000_000,
  /** All blocks of one package version. */
  packagePacked: 1_000_000_000,
  /** One piece of a large file. */
  piece: 8_000_000,
  /** One delta, packed, and its new bytes, unpacked: a chain of eight of them stays under the cap of an unpacked block. */
  delta: 10_000_000,
  deltaUnpacked: 8_000_000,
  /** All large files of one package version, e.g. lecture videos. */
  packageFiles: 4_000_000_000,
  /** So much has to stay free on the disk besides what a download needs. */
  spareSpace: 32_000_000,
  /** The version before an installed one can be taken up again for so long (ms). */
  keepBefore: 30 * 86_400_000,
  /** Lines of what happened to packages and sources; the oldest go first. */
  historyEntries: 1_000,
  /** The list of packages in a copy that holds only some. */
  carriedList: 100_000,
  /** TUF metadata, see tuf-js config. */
  rootMetadata: 512_000,
  timestampMetadata: 16_384,
  snapshotMetadata: 20_000_000,
  targetsMetadata: 20_000_000,
  /** Members of one list in a root or timestamp: tuf-js needs the square of it (4 s for so many). */
  metadataEntries: 4_000,
  signatures: 256,
  /** A connection that sends nothing for this long is given up (ms). */
  idleTimeout: 20_000,
  /** A source that sends fewer bytes a second over so long (ms) is left where there is another one. */
  slowRate: 1_024,
  slowWindow: 60_000,
  /** A broken line is tried again after so long (ms), twice as long after each try without fruit, and given up after so many of them. */
  firstRetry: 50,
  fruitlessTries: 7,
  /** Files that come at the same time. A hung share holds a thread for each, and Node has only four for all files. */
  parallelHttp: 4,
  parallelFolder: 2,
  /** Question files given to the importer. */
  importFile: 200_000_000,
  importRows: 200_000,
  importCell: 32_767,
  /** A cell of a plan: it is read whole, so that a person can mend what is too long for a node. */
  planCell: 1_000_000,
  /** A Microsoft Project XML file, and its tasks. */
  projectXml: 100_000_000,
  projectTasks: 20_000,
  /** Text files; their whole text is in memory more than once. */
  importText: 50_000_000,
  /** JSON, and how deep it may be nested. */
  importJson: 20_000_000,
  jsonDepth: 64,
  /** The database in an Anki package, unpacked. */
  ankiCollection: 200_000_000,
  /** How long a reader may take (ms): this much, so much more for each MB of the file, and never longer than the last. */
  importTime: 20_000,
  importTimePerMegabyte: 2_000,
  importTimeAtMost: 60_000,
  /** The heap of a reader, and all the memory that its process may hold. */
  importHeap: 512_000_000,
  importMemory: 1_000_000_000,
  /** Copies of question files that the bureau keeps; the longest unused go first. */
  keptFiles: 2_000_000_000,
  /** Files that are read and not yet released, and questions on their way to a file or a package. */
  openReadings: 20,
  collectedItems: 200_000,
  /** Columns of a sheet; what stands further right is not looked at. */
  importColumns: 256,
  /** A workbook's zip: all parts unpacked, their number, and how many times smaller they may be packed. */
  importUnpacked: 300_000_000,
  importParts: 2_000,
  importRatio: 200,
  /** Paragraphs and table rows of a Word document or web page, and how deep their elements may be nested. */
  wordParagraphs: 500_000,
  xmlDepth: 500,
  htmlDepth: 10_000,
  /** The arguments of one call from the window, as text (characters): a line of the journal and a little more. */
  callText: 17_000_000,
  /** A file of sealed exam records, how many they are, and all of them unpacked. */
  answerFile: 200_000_000,
  answerRecords: 5_000,
  answerFileUnpacked: 200_000_000,
  /** Answer files and bundles that are looked for in a place, and how deep in its folders. */
  answerFiles: 2_000,
  answerDepth: 4,
  /** An exported receiving key: some hundred bytes, whatever is larger is none. */
  receivingKeyFile: 100_000,
  /** One exam record unpacked; and as text (characters): it has to fit into a line of the bureau's journal. */
  examRecord: 45_000_000,
  examRecordText: 15_900_000,
  /** A bundle of a branch, everything in it unpacked, its entries, and how many kinds of them may be unknown. */
  bundleFile: 62_000_000,
  bundleUnpacked: 60_000_000,
  bundleEntries: 20_000,
  bundleKinds: 50,
  /** All entries of a bundle as text, and one of them (characters): it has to fit into a line of the bureau's journal. */
  bundleText: 15_000_000,
  bundleEntryText: 11_000_000,
  /** How long opening a bundle may take (ms). */
  bundleTime: 60_000,
  /** Files of evidence chosen at once, and what of a document is looked at before it is opened. */
  evidenceFiles: 200,
  evidencePart: 2_000_000,
  /** One journal line. */
  journalLine: 16_000_000,
} as const;

/**
 * Names of packages: safe on every file system and in every URL. All small letters, so that no two differ in case alone;
 * and Windows keeps some names for devices, in every folder.
 */
export const packageNamePattern = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z][a-z0-9-]{0,39}$/;

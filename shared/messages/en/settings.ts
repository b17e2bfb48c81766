import type { settings as master } from '../zh/settings.ts';

export const settings: typeof master = {
  title: 'Settings',
  person: 'Person at this computer',
  change: 'Change person',
  changeHint:
    'Everybody’s answers and mistakes are kept apart and are still here when you change back. Projects are shared by everybody at this computer.',
  language: 'Language',
  languages: { 'zh-CN': '简体中文', en: 'English' },
  zoom: 'Display size',
  zoomLevel: (percent) => `${percent}%`,
  workspace: 'Workspace',
  workspaces: { branch: 'Branch (study, tests, projects)', bureau: 'Bureau (adds question banks and publishing)' },
  workspaceHint: 'Choose “Bureau” on the computers of the bureau’s department; it adds “Bureau” to the navigation. Branches keep “Branch”.',
  packages: 'Package updates',
  automaticChecks: 'Check for updates automatically',
  automaticChecksHint:
    'When the network returns, when a drive is plugged in, and from time to time, new versions are looked for and downloaded. You always see what changes before anything is installed.',
  monthlyLimit: 'Metered line: at most so many MB a month (0 = no limit)',
  monthlyLimitHint:
    'Only downloads from web addresses count, not drives and shared folders. At the limit they stop and keep what has come.',
  notALimit: (most) => `Enter a whole number from 0 to ${most}.`,
  about: 'About',
  version: (version) => `Sanxun ${version}`,
  engine: (electron, chromium) => `Electron ${electron}, Chromium ${chromium}`,
  developmentElectron: 'A prebuilt Electron for development is running; it must not be released.',
};

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
  about: 'About',
  version: (version) => `Sanxun ${version}`,
  engine: (electron, chromium) => `Electron ${electron}, Chromium ${chromium}`,
  developmentElectron: 'A prebuilt Electron for development is running; it must not be released.',
};

import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { Settings } from '@shared/ipc/contract.ts';
import type { Route } from '../route.ts';
import { Home } from '../home/index.tsx';

export const screenNames = [
  'home',
  'lectures',
  'study',
  'exam',
  'projects',
  'reports',
  'bank',
  'examining',
  'reviewing',
  'publishing',
  'packages',
  'settings',
] as const;
export type ScreenName = (typeof screenNames)[number];

type Screen = ComponentType<{ readonly route: Route }>;

/** Every place of the navigation. Only the first screen is in the first bundle. */
export const screens: Record<ScreenName, Screen | LazyExoticComponent<Screen>> = {
  home: Home,
  lectures: lazy(() => import('../lectures/index.tsx')),
  study: lazy(() => import('../study/index.tsx')),
  exam: lazy(() => import('../exam/index.tsx')),
  projects: lazy(() => import('../projects/index.tsx')),
  reports: lazy(() => import('../reports/index.tsx')),
  bank: lazy(() => import('../bank/index.tsx')),
  examining: lazy(() => import('../examining/index.tsx')),
  reviewing: lazy(() => import('../reviewing/index.tsx')),
  publishing: lazy(() => import('../publishing/index.tsx')),
  packages: lazy(() => import('../packages/index.tsx')),
  settings: lazy(() => import('../settings/index.tsx')),
};

/** What the bureau's workspace adds to a branch's. */
const ofBureau: readonly ScreenName[] = ['bank', 'examining', 'reviewing', 'publishing'];

/** The places of the navigation, in its order. */
export const screensOf = (workspace: Settings['workspace']): readonly ScreenName[] =>
  screenNames.filter((name) => workspace === 'bureau' || !ofBureau.includes(name));

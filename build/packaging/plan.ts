// Which words `npm run dist` takes, and what each of them makes.
import type { ToolName } from './tools.ts';

export type PlatformName = 'linux' | 'win32';

/** One file that is handed out. It is made from the unpacked program of its platform. */
export interface Artifact {
  readonly platform: PlatformName;
  /** electron-builder's name of it. */
  readonly target: string;
  readonly tool: ToolName;
}

export const artifacts = {
  'tar.gz': { platform: 'linux', target: 'tar.gz', tool: '7zip' },
  deb: { platform: 'linux', target: 'deb', tool: 'dpkg-deb' },
  appimage: { platform: 'linux', target: 'AppImage', tool: 'appimage' },
  zip: { platform: 'win32', target: 'zip', tool: '7zip' },
  nsis: { platform: 'win32', target: 'nsis', tool: 'nsis' },
} as const satisfies Record<string, Artifact>;

export type ArtifactName = keyof typeof artifacts;

/** What is to be made: for each platform its unpacked program, then these artifacts of it. */
export type Plan = ReadonlyMap<PlatformName, ReadonlySet<ArtifactName>>;

type Step = readonly [platform: PlatformName, ...artifacts: ArtifactName[]];

function stepsOf(host: PlatformName): Readonly<Record<string, Step>> {
  const single = Object.entries(artifacts).map(([name, { platform }]) => [name, [platform, name as ArtifactName]] as const);
  return {
    linux: ['linux', 'tar.gz', 'deb'],
    win: ['win32', 'zip'],
    dir: [host],
    'linux-dir': ['linux'],
    'win-dir': ['win32'],
    ...Object.fromEntries(single),
  };
}

/** Every word that is understood. */
export const words: readonly string[] = Object.keys(stepsOf('linux'));

/** Linux and Windows where nothing is asked for. Null for a word that is not understood. */
export function planOf(asked: readonly string[], host: PlatformName): Plan | null {
  const plan = new Map<PlatformName, Set<ArtifactName>>();
  for (const word of asked.length > 0 ? asked : ['linux', 'win']) {
    const step = stepsOf(host)[word];
    if (!step) return null;
    const [platform, ...names] = step;
    plan.set(platform, new Set([...(plan.get(platform) ?? []), ...names]));
  }
  return plan;
}

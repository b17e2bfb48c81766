// The programs that electron-builder needs for its artifacts. It would download them from GitHub; what the machine
// already has is preferred, and its own environment variables always win.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

export type ToolName = '7zip' | 'dpkg-deb' | 'appimage' | 'nsis';

interface Tool {
  /** electron-builder's variables for it; a person may set them. */
  readonly variables: readonly string[];
  /** The machine's own program and Debian's package of it, where there is one. */
  readonly local?: { readonly program: string; readonly package: string; readonly valueOf: (file: string) => string };
}

const tools: Readonly<Record<ToolName, Tool>> = {
  '7zip': { variables: ['ELECTRON_BUILDER_7ZIP_PATH'], local: { program: '7zz', package: '7zip', valueOf: (file) => file } },
  'dpkg-deb': {
    variables: ['CUSTOM_FPM_PATH'],
    local: { program: 'dpkg-deb', package: 'dpkg', valueOf: () => path.resolve(import.meta.dirname, '../tools/fpm-dpkg.mjs') },
  },
  appimage: { variables: ['APPIMAGE_TOOLS_PATH'] },
  nsis: { variables: ['ELECTRON_BUILDER_NSIS_DIR', 'ELECTRON_BUILDER_NSIS_RESOURCES_DIR'] },
};

/**
 * Points electron-builder to the machine's own tool. Gives null when the tool is there or electron-builder may download
 * it, otherwise what a person has to do.
 */
export function provideTool(name: ToolName, canDownload: boolean): string | null {
  const { variables, local } = tools[name];
  if (variables.every((variable) => process.env[variable])) return null;
  const file = local && (find(local.program) ?? (canDownload ? null : installed(local)));
  if (local && file) {
    for (const variable of variables) process.env[variable] = local.valueOf(file);
    return null;
  }
  if (canDownload) return null;
  return local ? `sudo apt-get install -y ${local.package}` : `build it where GitHub is reachable, or set ${variables.join(' and ')}`;
}

function find(program: string): string | null {
  const candidates = (process.env.PATH ?? '').split(path.delimiter).map((directory) => path.join(directory, program));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Installs Debian's package, which only root can. */
function installed(local: NonNullable<Tool['local']>): string | null {
  if (process.getuid?.() !== 0 || !find('apt-get')) return null;
  console.error(`Installing ${local.package} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args: string[]): boolean => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  const get = (): boolean => apt('install', '-y', '-q', '--no-install-recommends', local.package);
  if (!get() && apt('update', '-q')) get();
  return find(local.program);
}

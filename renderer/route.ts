import { useSyncExternalStore } from 'react';

/** Where the person is: the parts of the address after `#/`, decoded. `['study', '党章', 'sequential']` */
export type Route = readonly string[];

/** Address of a place on screen, for links. */
export const hrefOf = (...parts: readonly string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;

export function navigate(...parts: readonly string[]): void {
  window.location.hash = hrefOf(...parts);
}

/** Asks the person before a place is left; calls `goOn` when they want to. */
export type LeaveGuard = (goOn: () => void) => void;

interface GuardedPlace {
  readonly hash: string;
  readonly guard: LeaveGuard;
}

const guarded: GuardedPlace[] = [];

/** Nobody leaves this place, or closes the window, without the guard's word. Gives the function that takes the guard away. */
export function guardPlace(guard: LeaveGuard): () => void {
  const own = { hash: window.location.hash, guard };
  const onUnload = (event: BeforeUnloadEvent): void => {
    if (guarded.at(-1) !== own) return;
    event.preventDefault();
    guard(() => window.close());
  };
  guarded.push(own);
  window.addEventListener('beforeunload', onUnload);
  return () => {
    guarded.splice(guarded.indexOf(own), 1);
    window.removeEventListener('beforeunload', onUnload);
  };
}

const currentHash = (): string => guarded.at(-1)?.hash ?? window.location.hash;

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, currentHash);
  return hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
}

function subscribe(changed: () => void): () => void {
  const onChange = (): void => {
    const last = guarded.at(-1);
    if (last && last.hash !== window.location.hash) hold(last);
    else changed();
  };
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** The address names the place again in which the person still is, until they have decided. */
function hold({ hash, guard }: GuardedPlace): void {
  const wanted = window.location.hash;
  window.history.replaceState(null, '', hash);
  guard(() => {
    window.location.hash = wanted;
  });
}

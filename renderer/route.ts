import { useSyncExternalStore } from 'react';

/** Where the person is: the parts of the address after `#/`, decoded. `['study', '党章', 'sequential']` */
export type Route = readonly string[];

/** Address of a place on screen, for links. */
export const hrefOf = (...parts: readonly string[]): string => `#/${parts.map(encodeURIComponent).join('/')}`;

export function navigate(...parts: readonly string[]): void {
  window.location.hash = hrefOf(...parts);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

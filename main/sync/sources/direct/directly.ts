import type { Get } from '../http-reader.ts';
import { openDirect } from './ask.ts';

/** Whether nothing lies between us and the server of an address: no proxy. */
export type IsDirect = (url: string) => Promise<boolean>;

/**
 * Plain http without a proxy goes over our own connections: fetch takes three times the work for the same bytes. All else is
 * fetch's: https with the system's certificates, proxies, redirects, bodies of unknown length. A server that answered so
 * once is not asked directly again.
 */
export function directly(fetch: Get, isDirect: IsDirect): Get {
  const ask = openDirect();
  const unplain = new Set<string>();
  return async (address, options) => {
    const url = new URL(address);
    const plain = url.protocol === 'http:' && url.username === '' && !unplain.has(url.host) && (await isDirect(address));
    const answer = plain ? await ask(url, options.headers, options.signal) : null;
    if (plain && !answer) unplain.add(url.host);
    return answer ?? fetch(address, options);
  };
}

/** Whether the environment names no proxy for plain http. This machine itself is never asked through one. */
export function withoutProxy(environment: Readonly<Record<string, string | undefined>>): IsDirect {
  const proxy = ['http_proxy', 'HTTP_PROXY'].some((name) => environment[name]);
  return async (url) => !proxy || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

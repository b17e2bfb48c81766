import { setGlobalProxyFromEnv } from 'node:http';

/** This machine itself is never asked through a proxy. */
const loopback = ['localhost', '127.0.0.1', '::1'];

/** Lets fetch and node:http go through the proxy that HTTP_PROXY, HTTPS_PROXY and NO_PROXY name, in either spelling. Gives what undoes it. */
export function honourProxy(environment: Readonly<Record<string, string | undefined>>): () => void {
  const named = (name: string): string | undefined => environment[name.toLowerCase()] ?? environment[name];
  const [http, https] = [named('HTTP_PROXY'), named('HTTPS_PROXY')];
  if (!http && !https) return () => undefined;
  const no_proxy = [named('NO_PROXY'), ...loopback].filter(Boolean).join(',');
  return setGlobalProxyFromEnv({ ...(http && { http_proxy: http }), ...(https && { https_proxy: https }), no_proxy });
}

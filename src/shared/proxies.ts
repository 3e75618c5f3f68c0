import { isLoopbackHost } from './loopback.ts';
import type { Env } from './ports.ts';

/** Proxies in the form that undici's `EnvHttpProxyAgent` takes. */
export interface Proxies {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
}

/**
 * The proxies that `env` names, lower case first as in curl. Those of `hosts` that can only be this machine are never
 * proxied: on another machine they would mean that one. Hosts come with or without brackets around IPv6.
 */
export function readProxies(env: Env, hosts: readonly string[]): Proxies {
  const loopback = hosts
    .filter(isLoopbackHost)
    .map((host) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host));
  const noProxy = readVariable(env, 'no_proxy');
  return {
    // Empty strings, not undefined: otherwise undici would read the process's own environment.
    httpProxy: readVariable(env, 'http_proxy'),
    httpsProxy: readVariable(env, 'https_proxy'),
    // `*` means every host only if nothing else is listed.
    noProxy: noProxy === '*' ? noProxy : [noProxy, ...loopback].filter((entry) => entry !== '').join(','),
  };
}

/** An empty variable counts as unset, as in curl and GitHub's own actions: it does not hide its upper-case twin. */
function readVariable(env: Env, name: string): string {
  return [env[name], env[name.toUpperCase()]].find((value) => value !== undefined && value !== '') ?? '';
}

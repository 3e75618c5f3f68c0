import { isLoopbackHost } from './loopback.ts';
import type { Env } from './ports.ts';

/** Proxies in the form that undici's `EnvHttpProxyAgent` takes. */
export interface Proxies {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
}

/**
 * The proxies that `env` names, in small letters first as curl does. Those of `hosts` that can only be this machine
 * are never proxied: another machine would take them for itself. Hosts come with or without brackets around IPv6.
 */
export function readProxies(env: Env, hosts: readonly string[]): Proxies {
  const loopback = hosts
    .filter(isLoopbackHost)
    .map((host) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host));
  const noProxy = env['no_proxy'] ?? env['NO_PROXY'] ?? '';
  return {
    // Empty strings, not undefined: else undici would read the process's own environment.
    httpProxy: env['http_proxy'] ?? env['HTTP_PROXY'] ?? '',
    httpsProxy: env['https_proxy'] ?? env['HTTPS_PROXY'] ?? '',
    // A lone `*` means every host, but not as one of several.
    noProxy: noProxy === '*' ? noProxy : [noProxy, ...loopback].filter((entry) => entry !== '').join(','),
  };
}

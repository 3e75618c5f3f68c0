import { isIP } from 'node:net';

import { isPublicAddress } from '../shared/address.ts';
import { isLoopbackHost } from '../shared/loopback.ts';
import type { OutputHost } from './types.ts';

/** The service keeps its outputs under these names, for anybody who has the address. */
const SERVICE_HOST = /^(?:[a-z0-9-]+\.)+runcomfy\.(?:net|com)$/;

/**
 * Whether an output, or a redirect on the way to it, may be read from this address: https from the service's own
 * hosts, or from the `output-hosts` given by the user, which may speak http on loopback.
 * Undefined where it may; else the reason, as a clause for people. Names are resolved, and judged again, later.
 */
export function refuseAddress(url: URL, outputHosts: readonly OutputHost[]): string | undefined {
  const host = bareHost(url);
  if (url.username !== '' || url.password !== '') return 'the address holds a user name or a password';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `${url.protocol} addresses are not read`;
  const listed = outputHosts.some(
    (allowed) => allowed.host === host && (allowed.port ?? defaultPort(url)) === effectivePort(url),
  );
  if (!listed && !(SERVICE_HOST.test(host) && url.port === '')) {
    return 'outputs may not come from this host. If you trust it, add it to the input `output-hosts`';
  }
  if (url.protocol === 'http:' && !isLoopbackHost(host)) return 'http is allowed on loopback only';
  if (isIP(host) !== 0 && !isPublicAddress(host) && !isLoopbackHost(host)) {
    return 'the address leads inside a network';
  }
  return undefined;
}

/** `URL.port` is empty for the scheme's default, also where the address names it. */
function effectivePort(url: URL): number {
  return url.port === '' ? defaultPort(url) : Number(url.port);
}

function defaultPort(url: URL): number {
  return url.protocol === 'http:' ? 80 : 443;
}

/** A URL's host without the brackets around IPv6. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

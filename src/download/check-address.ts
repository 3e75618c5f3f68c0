import { isIP } from 'node:net';

import { isPublicAddress } from '../shared/address.ts';
import { isLoopbackHost } from '../shared/loopback.ts';
import { shorten } from '../shared/plain-text.ts';
import type { Clause } from '../shared/sentence.ts';
import type { OutputHost } from './types.ts';

/** The service keeps its outputs under these names, for anyone who has the address. */
const SERVICE_HOST = /^(?:[a-z0-9-]+\.)+runcomfy\.(?:net|com)$/;

/** Characters of a quoted address: a `data:` address would otherwise show a whole picture. */
const MAX_QUOTED = 100;

/** Why an address is not read; `refused`: until the settings allow it; `unusable`: under no settings. */
export interface AddressRefusal {
  readonly kind: 'refused' | 'unusable';
  readonly reason: Clause;
}

/**
 * Whether an output, or a redirect on the way to it, may be read from this address: https from the service's own
 * hosts, or from the `output-hosts` given by the user, which may speak http on loopback.
 * Undefined if it may, otherwise the reason. Names are resolved, and judged again, later.
 */
export function refuseAddress(url: URL, outputHosts: readonly OutputHost[]): AddressRefusal | undefined {
  const host = bareHost(url);
  if (url.username !== '' || url.password !== '')
    return unusable('the address contains a user name or a password');
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return unusable(`the address is ${quoteAddress(url.href)}, and only https addresses are read`);
  const listed = outputHosts.some(
    (allowed) => allowed.host === host && (allowed.port ?? defaultPort(url)) === effectivePort(url),
  );
  if (!listed && !(SERVICE_HOST.test(host) && url.port === '')) {
    const reason = 'outputs may not come from this host. If you trust it, add it to the input `output-hosts`';
    return { kind: 'refused', reason };
  }
  if (url.protocol === 'http:' && !isLoopbackHost(host)) return unusable('http is allowed on loopback only');
  if (isIP(host) !== 0 && !isPublicAddress(host) && !isLoopbackHost(host)) {
    return unusable('the address leads inside a network');
  }
  return undefined;
}

function unusable(reason: Clause): AddressRefusal {
  return { kind: 'unusable', reason };
}

/** `URL.port` is empty for the scheme's default, also if the address names it. */
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

/** An address of any kind for a message: without its query, which may contain a signature, and not too long. */
export function quoteAddress(address: string): string {
  const plain = shorten(address.replace(/[?#].*$/s, ''), MAX_QUOTED).replaceAll('`', '');
  return `\`${plain}\``;
}

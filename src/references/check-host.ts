import { isIP } from 'node:net';

import { startDeadline } from '../shared/deadline.ts';
import { describeError } from '../shared/describe-error.ts';
import { isLoopbackHost } from '../shared/loopback.ts';
import { orAborted } from '../shared/or-aborted.ts';
import type { Clock, ResolveHost } from '../shared/ports.ts';

/** Whether the service can be asked to fetch from a host. */
export type HostVerdict =
  /** A name that was not resolved, because there is no network. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'public' }
  /** `address` is the first one found that is not public. */
  | { readonly kind: 'private'; readonly address: string }
  /** The name did not resolve on this machine; it may resolve for the service. */
  | { readonly kind: 'unresolved'; readonly reason: string };

const RESOLVE_MS = 5000;

/**
 * Judges a host in the form of `URL.hostname` (a name, IPv4 in its normal form, IPv6 in brackets). A name is
 * `private` if any of its addresses is. Ends within five seconds; throws only the signal's reason.
 */
export async function checkHost(
  hostname: string,
  deps: {
    readonly clock: Clock;
    /** Undefined if there is no network: then only addresses are judged, not names. */
    readonly resolveHost: ResolveHost | undefined;
    readonly signal: AbortSignal;
  },
): Promise<HostVerdict> {
  const host = hostname.replace(/^\[|\]$|\.$/g, '');
  if (isLoopbackHost(host)) return { kind: 'private', address: host };
  if (isIP(host) !== 0) {
    const isPublicAddress = await loadJudge();
    return isPublicAddress(host) ? { kind: 'public' } : { kind: 'private', address: host };
  }
  const { resolveHost } = deps;
  if (resolveHost === undefined) return { kind: 'not-asked' };

  using deadline = startDeadline(deps.clock, RESOLVE_MS, `Resolving ${host}`, deps.signal);
  let addresses: readonly string[];
  try {
    addresses = await orAborted(resolveHost(host), deadline.signal);
  } catch (error) {
    deps.signal.throwIfAborted();
    return { kind: 'unresolved', reason: describeError(error) };
  }
  const isPublicAddress = await loadJudge();
  const hidden = addresses.find((address) => !isPublicAddress(address));
  if (hidden !== undefined) return { kind: 'private', address: hidden };
  return addresses.length === 0 ? { kind: 'unresolved', reason: 'it has no address' } : { kind: 'public' };
}

/** Loaded with the first address. A function of its own: the compiler leaves the names of imports as they are beside a `using`. */
async function loadJudge() {
  return (await import('../shared/address.ts')).isPublicAddress;
}

import { isIPv6, type LookupFunction } from 'node:net';

import { isPublicAddress } from '../shared/address.ts';
import { isLoopbackHost } from '../shared/loopback.ts';
import type { ResolveHost } from '../shared/ports.ts';

/** Thrown while connecting: every address of a name leads inside a network. Never worth another try. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/**
 * Resolves names for a connection and gives only addresses that may be contacted: public ones, or loopback for a
 * name that can mean nothing else. The check is made here, on the very addresses that are then connected to, so that
 * changing a name between check and use does not help.
 */
export function createGuardedLookup(resolveHost: ResolveHost): LookupFunction {
  return (host, options, callback) => {
    resolveHost(host).then(
      (resolved) => {
        const allowed = resolved.filter(isLoopbackHost(host) ? isLoopbackHost : isPublicAddress);
        const addresses = allowed.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
        const [first] = addresses;
        if (first === undefined) callback(new AddressRefused('its name leads inside a network'), []);
        else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error instanceof Error ? error : new Error(String(error)), []);
      },
    );
  };
}

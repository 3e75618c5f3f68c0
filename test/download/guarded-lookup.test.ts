import type { LookupAddress, LookupOptions } from 'node:dns';
import { describe, expect, test } from 'vitest';

import { AddressRefused, createGuardedLookup } from '../../src/download/guarded-lookup.ts';

type Found = string | readonly LookupAddress[];

async function look(
  host: string,
  addresses: readonly string[] | Error,
  options: LookupOptions,
): Promise<Found> {
  const lookup = createGuardedLookup(() =>
    addresses instanceof Error ? Promise.reject(addresses) : Promise.resolve(addresses),
  );
  return await new Promise((resolve, reject) => {
    lookup(host, options, (error, found) => {
      if (error === null) resolve(found);
      else reject(error);
    });
  });
}

describe('createGuardedLookup', () => {
  test.each<[string, readonly string[], LookupOptions, Found]>([
    ['a.example', ['1.1.1.1'], {}, '1.1.1.1'],
    ['a.example', ['10.0.0.1', '1.1.1.1'], {}, '1.1.1.1'],
    ['a.example', ['127.0.0.1', '2606:4700::1'], { all: true }, [{ address: '2606:4700::1', family: 6 }]],
    ['localhost', ['127.0.0.1', '1.1.1.1'], { all: true }, [{ address: '127.0.0.1', family: 4 }]],
    ['x.localhost', ['::1'], {}, '::1'],
  ])('%s at %o with %o gives %o', async (host, addresses, options, expected) => {
    expect(await look(host, addresses, options)).toEqual(expected);
  });

  test.each<[string, readonly string[]]>([
    ['a.example', ['127.0.0.1']],
    ['a.example', ['169.254.169.254', '::1', 'fd00::1']],
    ['localhost', ['1.1.1.1']],
    ['a.example', []],
  ])('%s at %o is refused', async (host, addresses) => {
    await expect(look(host, addresses, { all: true })).rejects.toBeInstanceOf(AddressRefused);
  });

  test('a name that does not resolve fails as it did', async () => {
    await expect(look('a.example', new Error('ENOTFOUND'), {})).rejects.toThrow('ENOTFOUND');
  });
});

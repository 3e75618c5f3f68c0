import { describe, expect, test } from 'vitest';

import { checkHost } from '../../src/references/check-host.ts';
import type { ResolveHost } from '../../src/shared/ports.ts';
import { createStillClock, NEVER } from './references-stage.ts';

function to(...addresses: string[]): ResolveHost {
  return () => Promise.resolve(addresses);
}

const unused: ResolveHost = () => Promise.reject(new Error('resolved'));

function hostname(host: string): string {
  return new URL(`https://${host}/`).hostname;
}

describe('checkHost', () => {
  test.each([
    ['cdn.example.com', to('1.1.1.1'), { kind: 'public' }],
    ['cdn.example.com', to('1.1.1.1', '2606:4700::1111'), { kind: 'public' }],
    ['cdn.example.com', to('1.1.1.1', '10.0.0.7'), { kind: 'private', address: '10.0.0.7' }],
    ['cdn.example.com', to('::ffff:169.254.169.254'), { kind: 'private', address: '::ffff:169.254.169.254' }],
    ['cdn.example.com', to(), { kind: 'unresolved', reason: 'it has no address' }],
    ['8.8.8.8', unused, { kind: 'public' }],
    ['[2606:4700::1111]', unused, { kind: 'public' }],
    ['169.254.169.254', unused, { kind: 'private', address: '169.254.169.254' }],
    ['2130706433', unused, { kind: 'private', address: '127.0.0.1' }],
    ['0x7f.1', unused, { kind: 'private', address: '127.0.0.1' }],
    ['[::1]', unused, { kind: 'private', address: '::1' }],
    ['[fd00::1]', unused, { kind: 'private', address: 'fd00::1' }],
    ['[::ffff:10.0.0.1]', unused, { kind: 'private', address: '::ffff:a00:1' }],
    ['LOCALHOST', unused, { kind: 'private', address: 'localhost' }],
    ['localhost.', unused, { kind: 'private', address: 'localhost' }],
    ['api.localhost', unused, { kind: 'private', address: 'api.localhost' }],
  ] as const)('%s', async (host, resolveHost, verdict) => {
    const deps = { clock: createStillClock(), resolveHost, signal: NEVER };
    expect(await checkHost(hostname(host), deps)).toEqual(verdict);
  });

  test.each([
    ['cdn.example.com', { kind: 'not-asked' }],
    ['8.8.8.8', { kind: 'public' }],
    ['10.0.0.1', { kind: 'private', address: '10.0.0.1' }],
    ['localhost', { kind: 'private', address: 'localhost' }],
  ] as const)('without a network, %s is judged by itself', async (host, verdict) => {
    const deps = { clock: createStillClock(), resolveHost: undefined, signal: NEVER };
    expect(await checkHost(host, deps)).toEqual(verdict);
  });

  test('a name that does not resolve is reported, not refused', async () => {
    const resolveHost = () => Promise.reject(new Error('getaddrinfo ENOTFOUND cdn.example.com'));
    const verdict = await checkHost('cdn.example.com', {
      clock: createStillClock(),
      resolveHost,
      signal: NEVER,
    });
    expect(verdict).toEqual({ kind: 'unresolved', reason: 'getaddrinfo ENOTFOUND cdn.example.com' });
  });

  test('a resolver that never answers is given up after five seconds', async () => {
    const clock = createStillClock();
    const resolveHost: ResolveHost = async () => await new Promise(() => undefined);
    const verdict = checkHost('slow.example.com', { clock, resolveHost, signal: NEVER });
    clock.advance();
    expect(await verdict).toEqual({
      kind: 'unresolved',
      reason: 'Resolving slow.example.com was not done within 5.0 s',
    });
  });

  test('ends with the reason of the run, when that is ended', async () => {
    const run = new AbortController();
    const resolveHost: ResolveHost = async () => await new Promise(() => undefined);
    const verdict = checkHost('slow.example.com', {
      clock: createStillClock(),
      resolveHost,
      signal: run.signal,
    });
    run.abort(new Error('cancelled'));
    await expect(verdict).rejects.toThrow('cancelled');
  });
});

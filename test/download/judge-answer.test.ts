import { describe, expect, test } from 'vitest';

import { judgeAnswer } from '../../src/download/judge-answer.ts';

const NOW = Date.parse('Sun, 22 Nov 2026 12:00:00 GMT');
const MIB = 1024 * 1024;

describe('judgeAnswer', () => {
  test.each([
    [200, {}, { kind: 'body', expectedBytes: undefined }],
    [200, { 'content-length': '12' }, { kind: 'body', expectedBytes: 12 }],
    [200, { 'content-length': String(MIB) }, { kind: 'body', expectedBytes: MIB }],
    [200, { 'content-encoding': 'identity' }, { kind: 'body', expectedBytes: undefined }],
    [301, { location: '/b' }, { kind: 'redirect', location: '/b' }],
    [302, { location: 'https://x.example/' }, { kind: 'redirect', location: 'https://x.example/' }],
    [307, { location: '/b' }, { kind: 'redirect', location: '/b' }],
  ])('HTTP %i with %o goes on', (status, headers: Record<string, string>, expected) => {
    expect(judgeAnswer(status, (name) => headers[name], MIB, NOW)).toEqual(expected);
  });

  test.each([
    [200, { 'content-length': String(MIB + 1) }, 'unusable'],
    [200, { 'content-encoding': 'gzip' }, 'damaged'],
    [204, {}, 'damaged'],
    [206, {}, 'damaged'],
    [302, {}, 'damaged'],
    [304, { location: '/b' }, 'damaged'],
    [400, {}, 'damaged'],
    [401, {}, 'vanished'],
    [403, {}, 'vanished'],
    [404, {}, 'vanished'],
    [410, {}, 'vanished'],
    [408, {}, 'outage'],
    [429, {}, 'outage'],
    [500, {}, 'outage'],
    [503, {}, 'outage'],
    [599, {}, 'outage'],
  ])('HTTP %i with %o is %s', (status, headers: Record<string, string>, failure) => {
    expect(judgeAnswer(status, (name) => headers[name], MIB, NOW)).toMatchObject({
      kind: 'failure',
      failure: { kind: failure },
    });
  });

  test.each([
    ['7', 7000],
    ['Sun, 22 Nov 2026 12:00:09 GMT', 9000],
    ['999999', 300_000],
  ])('keeps Retry-After: %s', (retryAfter, retryAfterMs) => {
    const header = (name: string): string | undefined => (name === 'retry-after' ? retryAfter : undefined);
    expect(judgeAnswer(503, header, MIB, NOW)).toMatchObject({
      failure: { kind: 'outage', retryAfterMs },
    });
  });
});

import { expect, test } from 'vitest';

import { type Frame, sumProfile } from '../../../bench/profile/sum-profile.ts';

const fileOf = ({ url }: Frame): string => url;

type Listed = readonly [functionName: string, url: string, children?: readonly number[]];

/** A profile of nodes 1, 2, 3, ..., each seen once, for as many milliseconds as its number. */
function profile(...frames: readonly Listed[]): string {
  const nodes = frames.map(([functionName, url, children]) => ({
    callFrame: { functionName, url, lineNumber: 0, columnNumber: 0 },
    children,
  }));
  return JSON.stringify({
    nodes: nodes.map((node, index) => ({ ...node, id: index + 1 })),
    samples: nodes.map((_, index) => index + 1),
    timeDeltas: nodes.map((_, index) => (index + 1) * 1000),
  });
}

test('a function counts by its file', () => {
  const sums = sumProfile(
    profile(
      ['(idle)', ''],
      ['(garbage collector)', ''],
      ['update', 'node:internal/crypto/hash'],
      ['execute', 'file:///a/node_modules/undici/lib/dispatcher/client-h1.js'],
      ['open', 'node:internal/fs/promises'],
      ['walkJpeg', 'own/media/walk-jpeg.js'],
      ['parse', 'file:///a/node_modules/fast-xml-parser/src/fxp.js'],
    ),
    fileOf,
  );
  expect(Object.fromEntries(sums)).toEqual({
    waiting: 1,
    garbage: 2,
    hashing: 3,
    network: 4,
    files: 5,
    own: 6,
    other: 7,
  });
});

test('a function of no kind counts for the one that called it', () => {
  const sums = sumProfile(
    profile(
      ['(root)', '', [2, 4]],
      ['inspectOpenFile', 'own/references/inspect-file.js', [3]],
      ['writeBuffer', ''],
      ['nextTick', 'node:internal/process/task_queues'],
    ),
    fileOf,
  );
  expect(Object.fromEntries(sums)).toEqual({ other: 5, own: 5 });
});

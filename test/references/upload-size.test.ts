import { expect, test } from 'vitest';

import type { InspectedImage, ReferenceForm } from '../../src/references/types.ts';
import { uploadBytes } from '../../src/references/make-sendable.ts';

const at = { file: 'edits.yml', line: 1, column: 1 };
const data: ReferenceForm = { kind: 'data' };
const url: ReferenceForm = { kind: 'url', url: 'https://raw.example/a.png' };

function file(path: string, bytes: number): InspectedImage {
  const facts = { sha256: 'a', gitBlob: 'b', width: 9, height: 9, type: 'image/png', at } as const;
  return { kind: 'file', path, absolutePath: `/${path}`, bytes, ...facts };
}

test.each<[string, readonly InspectedImage[], Record<string, ReferenceForm>, number]>([
  [
    'no file',
    [
      { kind: 'url', url: 'https://a.example/b.png', at },
      { kind: 'edit', id: 'cut', at },
    ],
    {},
    0,
  ],
  ['files that go with the request', [file('a', 5), file('b', 7)], { a: data, b: data }, 12],
  ['a file that is given by URL', [file('a', 5), file('b', 7)], { a: url, b: data }, 7],
  ['one file twice', [file('a', 5), file('a', 5)], { a: data }, 10],
  ['a file of which no one decided: it is not sent', [file('a', 5)], {}, 0],
])('%s', (_, images, forms, bytes) => {
  expect(uploadBytes({ images }, new Map(Object.entries(forms)))).toBe(bytes);
});

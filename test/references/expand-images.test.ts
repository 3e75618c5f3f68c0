import { symlink } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { quote } from '../../src/spec/issue.ts';
import { expandImages } from '../../src/references/expand-images.ts';
import { createReferencesStage, edit, NEVER } from './references-stage.ts';

const workspace = await createReferencesStage();
afterAll(async () => {
  await workspace[Symbol.asyncDispose]();
});
const files = [
  'b.png',
  'B.png',
  'a10.png',
  'a9.png',
  'notes.txt',
  '.hidden.png',
  'deep/er/c.jpg',
  '.github/d.png',
];
for (const file of files) await workspace.write(`shots/${file}`, 'x');
await workspace.write('shot[1].png', 'x');
await workspace.write('node_modules/pack/logo.png', 'x');
await workspace.write('.git/objects/e.png', 'x');
await workspace.write('shots/cafe\u0301.png', 'x');
const outside = await createReferencesStage();
await outside.write('secret.png', 'x');
afterAll(async () => {
  await outside[Symbol.asyncDispose]();
});
await symlink(outside.folder, path.join(workspace.folder, 'out'));
await symlink('b.png', path.join(workspace.folder, 'shots/link.png'));
await symlink('..', path.join(workspace.folder, 'shots/deep/loop'));
await symlink('nowhere', path.join(workspace.folder, 'shots/broken.jpg'));

const PORTS = {
  workspace: workspace.folder,
  lookUpCommitted: () => Promise.resolve(new Map()),
  signal: NEVER,
};

async function expand(...patterns: readonly string[]) {
  const { expanded, findings } = await expandImages([edit('a', patterns)], PORTS);
  const images = expanded.flatMap((each) => each.images);
  return {
    paths: images.map((image) => (image.kind === 'file' ? image.path : '')),
    messages: findings.map(({ message }) => message),
  };
}

describe('expandImages', () => {
  test.each([
    ['shots/b.png', ['shots/b.png']],
    ['shots/none.png', ['shots/none.png']],
    [
      'shots/*.png',
      [
        'shots/B.png',
        'shots/a10.png',
        'shots/a9.png',
        'shots/b.png',
        'shots/cafe\u0301.png',
        'shots/link.png',
      ],
    ],
    ['shots/a?.png', ['shots/a9.png']],
    ['shots/[ab].png', ['shots/b.png']],
    ['shots/{b,a9}.png', ['shots/a9.png', 'shots/b.png']],
    ['shots/a{9..10}.png', ['shots/a10.png', 'shots/a9.png']],
    ['shots/!(a*|B).png', ['shots/b.png', 'shots/cafe\u0301.png', 'shots/link.png']],
    ['{shots,shots/deep/er}/[bc].*', ['shots/b.png', 'shots/deep/er/c.jpg']],
    ['shots/deep/**', ['shots/deep/er/c.jpg']],
    [
      'shots/deep/loop/*.png',
      ['B', 'a10', 'a9', 'b', 'cafe\u0301', 'link'].map((name) => `shots/deep/loop/${name}.png`),
    ],
    ['**/*.jpg', ['shots/broken.jpg', 'shots/deep/er/c.jpg']],
    ['**/logo*', []],
    ['node_modules/**/*.png', ['node_modules/pack/logo.png']],
    ['shots/.github/*', ['shots/.github/d.png']],
    ['.git/**', ['.git/**']],
    ['**/e.png', []],
    ['shot[1].png', ['shot[1].png']],
    ['shots/d*', []],
    ['shots/caf\u00e9*.png', ['shots/cafe\u0301.png']],
  ])('%s', async (pattern, paths) => {
    expect((await expand(pattern)).paths).toEqual(paths);
  });

  test('several globs, in one walk, each in its place', async () => {
    expect((await expand('**/c.*', 'shots/b.png', '**/a{9,10}.png')).paths).toEqual([
      'shots/deep/er/c.jpg',
      'shots/b.png',
      'shots/a10.png',
      'shots/a9.png',
    ]);
  });

  test.each([
    [
      'shots/*.webp',
      'matches no file. `shots` contains `B.png`, `b.png`, `a9.png`, `a10.png`, `cafe\u0301.png`, `link.png`, `broken.jpg`.',
    ],
    ['shot/*.png', 'matches no file. Did you mean `shots/*.png`?'],
    ['*.webp', 'matches no file. The workspace contains `shot[1].png`.'],
    ['other/*.png', 'matches no file.'],
    ['shots/deep/*.png', 'matches no file.'],
    [
      'out/**/*.png',
      'matches no file: the symbolic link `out` leads out of the repository. Use files of the checkout.',
    ],
    [
      '*/secret.png',
      'matches no file: the symbolic link `out` leads out of the repository. Use files of the checkout.',
    ],
    [
      'out/*',
      'matches no file: the symbolic link `out` leads out of the repository. Use files of the checkout.',
    ],
    ['shots/{1..1001}.png', 'stands for more than 1000 names. Use `*` instead of braces.'],
    [`${'{a,b}'.repeat(400)}*`, 'is longer than 1000 characters.'],
    [`{1..9}`.repeat(30), 'stands for more than 1000 names. Use `*` instead of braces.'],
  ])('%s: %s', async (pattern, message) => {
    expect(await expand(pattern)).toEqual({ paths: [], messages: [`${quote(pattern)} ${message}`] });
  });

  test('the braces of all globs together', async () => {
    const patterns = Array.from({ length: 21 }, (_, index) => `${index}-{1..1000}*.png`);
    const { messages } = await expand(...patterns);
    expect(messages.filter((message) => message.includes('20000 names'))).toEqual([
      expect.stringContaining('`20-{1..1000}*.png` is one glob too many'),
    ]);
  });

  test('ends when the run does', async () => {
    const stopped = AbortSignal.abort(new Error('time is up'));
    const expansion = expandImages([edit('a', ['**/*.png'])], { ...PORTS, signal: stopped });
    await expect(expansion).rejects.toThrow('time is up');
  });
});

import { symlink } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { expandPattern } from '../../src/references/expand-pattern.ts';
import { createWorkspace } from './support.ts';

const workspace = await createWorkspace();
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
await symlink('b.png', path.join(workspace.folder, 'shots/link.png'));
await symlink('..', path.join(workspace.folder, 'shots/deep/loop'));
await symlink('nowhere', path.join(workspace.folder, 'shots/broken.jpg'));

describe('expandPattern', () => {
  test.each([
    ['shots/b.png', ['shots/b.png']],
    ['./shots//b.png', ['shots/b.png']],
    ['shots/deep/../b.png', ['shots/b.png']],
    ['shots/none.png', ['shots/none.png']],
    ['shots/*.png', ['shots/B.png', 'shots/a10.png', 'shots/a9.png', 'shots/b.png', 'shots/link.png']],
    ['shots/a?.png', ['shots/a9.png']],
    ['shots/[ab].png', ['shots/b.png']],
    ['shots/{b,a9}.png', ['shots/a9.png', 'shots/b.png']],
    ['shots/deep/**', ['shots/deep/er/c.jpg']],
    ['**/*.jpg', ['shots/broken.jpg', 'shots/deep/er/c.jpg']],
    ['**/logo*', undefined],
    ['node_modules/**/*.png', ['node_modules/pack/logo.png']],
    ['shots/.github/*', ['shots/.github/d.png']],
    ['shot[1].png', ['shot[1].png']],
    ['shots/d*', undefined],
  ])('%s', async (pattern, expected) => {
    const found = await expandPattern(workspace.folder, pattern);
    expect(found.ok ? found.value : undefined).toEqual(expected);
  });

  test.each([
    ['shots/*.webp', 'matches no file. `shots` holds `B.png`, `a10.png`, `a9.png` and 3 more.'],
    ['shot/*.png', 'matches no file. Did you mean `shots/*.png`?'],
    ['*.webp', 'matches no file. The workspace holds `shot[1].png`.'],
    ['other/*.png', 'matches no file.'],
    ['shots/deep/*.png', 'matches no file.'],
    ['../*.png', 'leads out of the repository. Only files of the checkout can be used.'],
    ['/etc/*.png', 'leads out of the repository. Only files of the checkout can be used.'],
  ])('%s: %s', async (pattern, message) => {
    expect(await expandPattern(workspace.folder, pattern)).toMatchObject({ ok: false, error: { message } });
  });
});

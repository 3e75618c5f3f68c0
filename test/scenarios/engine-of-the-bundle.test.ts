import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { actionFolder } from '../../demo/action-metadata.ts';

const engine = path.join(actionFolder, 'dist', 'engine');

async function packagesOf(folder: string): Promise<readonly string[]> {
  const names = await readdir(path.join(folder, 'node_modules'));
  const scoped = await Promise.all(
    names.map(async (name) =>
      name.startsWith('@')
        ? (await readdir(path.join(folder, 'node_modules', name))).map((each) => `${name}/${each}`)
        : [name],
    ),
  );
  return scoped.flat();
}

test('every package of the engine has its license beside it, and is in the list of licenses', async () => {
  const licenses = await readFile(path.join(engine, 'licenses.txt'), 'utf8');
  const names = await packagesOf(engine);
  expect(names).toContain('@img/sharp-wasm32');
  for (const name of names) {
    expect(
      (await readdir(path.join(engine, 'node_modules', name))).filter((file) => /^licen[cs]e/i.test(file)),
    ).not.toEqual([]);
    expect(licenses).toContain(`${name}\n`);
  }
  expect(licenses).toMatch(/@img\/sharp-wasm32\n[^\n]*LGPL-3\.0-or-later/);
});

test('the engine says where its sources are, and that it may be replaced', async () => {
  const readme = await readFile(path.join(engine, 'README.md'), 'utf8');
  expect(readme).toMatch(/LGPL/);
  for (const source of ['lovell/sharp', 'lovell/sharp-libvips', 'libvips/libvips', 'toyobayashi/emnapi'])
    expect(readme).toContain(`https://github.com/${source}`);
});

test('its packages are as npm has them, and no native build of the surroundings takes their place', async () => {
  for (const name of await packagesOf(engine)) {
    const [shipped, installed] = await Promise.all(
      [engine, actionFolder].map(
        async (folder) => await readFile(path.join(folder, 'node_modules', name, 'package.json'), 'utf8'),
      ),
    );
    expect(shipped).toBe(installed);
  }
  const loader = await readFile(path.join(engine, 'index.cjs'), 'utf8');
  expect(loader).toContain("require('@img/sharp-wasm32/sharp.node')");
});

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { listPackageFolders, readPackage } from '../../scripts/bundled-packages.ts';
import { renderLicenses } from '../../scripts/render-licenses.ts';

describe('the making of a license file', () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'licenses-'));
  });
  afterAll(async () => {
    await rm(root, { recursive: true, maxRetries: 5 });
  });

  async function writePackage(name: string, json: object, files: Readonly<Record<string, string>> = {}) {
    const folder = path.join(root, 'node_modules', name);
    await mkdir(folder, { recursive: true });
    const all = { 'package.json': JSON.stringify({ name, version: '1.2.3', ...json }), ...files };
    for (const [file, text] of Object.entries(all)) await writeFile(path.join(folder, file), text);
    return folder;
  }

  test('a package counts if a module of it is in a chunk, also one that was joined with others', () => {
    const stats = {
      modules: [
        {
          nameForCondition: '/w/lib/main.js',
          chunks: [1],
          modules: [{ nameForCondition: '/w/node_modules/a/i.js' }],
        },
        { nameForCondition: '/w/node_modules/@s/b/lib/i.js', chunks: [1] },
        { nameForCondition: '/w/node_modules/a/node_modules/c/i.js', chunks: [2] },
        { nameForCondition: '/w/node_modules/unused/i.js', chunks: [] },
        { nameForCondition: null, chunks: [1] },
      ],
    };
    expect(listPackageFolders(stats)).toEqual([
      '/w/node_modules/@s/b',
      '/w/node_modules/a',
      '/w/node_modules/a/node_modules/c',
    ]);
  });

  test('the texts are the license, then the notices', async () => {
    const files = { 'NOTICE.txt': 'made by A', LICENSE: 'you may\r\nuse it\r\n' };
    const read = await readPackage(await writePackage('whole', { license: 'X' }, files));
    expect(read.texts).toEqual(['you may\nuse it', 'made by A']);
    expect(renderLicenses([read])).toBe('whole\nX, version 1.2.3\n\nyou may\nuse it\n\nmade by A\n');
  });

  test('a README that quotes its license does, and one that only names it does not', async () => {
    const quoted = '# A\n## License\nPROVIDED WITHOUT WARRANTY\n\n## More\nwords';
    const full = await writePackage('quoted', { license: 'X' }, { 'README.md': quoted });
    expect((await readPackage(full)).texts).toEqual(['PROVIDED WITHOUT WARRANTY']);
    const named = await writePackage('named', { license: 'X' }, { 'README.md': '## License\nMIT' });
    expect((await readPackage(named)).texts).toEqual([]);
  });

  test('a package that names MIT and its author has that text; with less than that the build stops', async () => {
    const author = 'A. Nyone <a@example.com> (https://example.com)';
    const mit = await readPackage(await writePackage('mit', { license: 'MIT', author }));
    expect(renderLicenses([mit])).toMatch(/Copyright \(c\) A\. Nyone\n\nPermission is hereby granted/);
    for (const json of [{ license: 'MIT' }, { author }, { license: 'Apache-2.0', author }]) {
      const bare = await readPackage(await writePackage('bare', json));
      expect(() => renderLicenses([bare])).toThrow('bare has no license text');
    }
  });
});

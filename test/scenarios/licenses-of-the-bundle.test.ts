import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { actionFolder } from '../../demo/action-metadata.ts';

/** Each entry of a license file by the name of its package. */
function splitEntries(text: string): ReadonlyMap<string, string> {
  const heads = /^((?:@[\w.-]+\/)?[\w.-]+)\n[^\n]+, version [^\n]+\n/gm;
  const found = [...text.matchAll(heads)];
  return new Map(
    found.map((match, index) => [match[1] ?? '', text.slice(match.index, found[index + 1]?.index)]),
  );
}

/** The packages that a bundle's own code names: each module that it did not join with others has its path. */
async function readNamedPackages(entry: string): Promise<ReadonlySet<string>> {
  const folder = path.join(actionFolder, 'dist', entry);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const code = await Promise.all(names.map(async (name) => await readFile(path.join(folder, name), 'utf8')));
  return new Set(
    code.flatMap((text) =>
      [...text.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)].map(([, name = '']) => name),
    ),
  );
}

describe.each([
  ['main', 30],
  ['post', 30],
  ['cli', 3],
] as const)('the license file of %s', (entry, atLeast) => {
  test('has every package of the bundle, with a text', async () => {
    const entries = splitEntries(
      await readFile(path.join(actionFolder, 'dist', entry, 'licenses.txt'), 'utf8'),
    );
    const named = await readNamedPackages(entry);
    expect(named.size).toBeGreaterThan(atLeast);
    expect([...named].filter((name) => !entries.has(name))).toEqual([]);
    expect([...entries].filter(([, text]) => text.length < 150).map(([name]) => name)).toEqual([]);
    expect(entries.get('undici')).toContain('Permission is hereby granted');
    if (entry !== 'cli') expect(entries.get('apache-arrow')).toContain('This product includes software');
  });
});

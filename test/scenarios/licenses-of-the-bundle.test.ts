import { readFile } from 'node:fs/promises';
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

// That every package of a bundle is listed is checked when it is built: the shortened code no longer names them.
describe.each([
  ['main', 30],
  ['post', 30],
  ['cli', 3],
] as const)('the license file of %s', (entry, atLeast) => {
  test('has a text for each package', async () => {
    const entries = splitEntries(
      await readFile(path.join(actionFolder, 'dist', entry, 'licenses.txt'), 'utf8'),
    );
    expect(entries.size).toBeGreaterThan(atLeast);
    expect([...entries].filter(([, text]) => text.length < 150).map(([name]) => name)).toEqual([]);
    expect(entries.get('undici')).toContain('Permission is hereby granted');
    if (entry === 'cli') return;
    expect(entries.get('apache-arrow')).toContain('This product includes software');
    // It has them in its code only.
    for (const name of ['Copyright 2008 Google Inc.', 'Copyright (c) 2016, Daniel Wirtz'])
      expect([...entries.values()].join('\n')).toContain(name);
  });
});

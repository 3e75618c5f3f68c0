import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

import { repository } from './source-tree.ts';

/** Home folders of people, and the folder this checkout is in. */
const personal = /(?<![\w.:/])\/(?:home\/(?!runner\b)[a-z][\w-]*|Users\/[\w-]+|root)\/|\b[A-Z]:\\+Users\\/;

async function readTrackedFiles(): Promise<readonly (readonly [path: string, text: string])[]> {
  const { stdout } = await promisify(execFile)('git', ['ls-files', '-z'], { cwd: repository });
  const text = stdout.split('\0').filter((file) => /\.(ts|js|json|ya?ml|md|css|html|svg)$|\.ci\//.test(file));
  return await Promise.all(
    text.map(async (file) => [file, await readFile(path.join(repository, file), 'utf8')] as const),
  );
}

test('no file holds a path of the machine it was written on', async () => {
  const files = await readTrackedFiles();
  const checkout = files.filter(([, text]) => repository !== '/' && text.includes(`${repository}/`));
  // Bundles hold other people's code, whose examples may name such folders.
  const homes = files.filter(([file, text]) => !file.startsWith('dist/') && personal.test(text));

  expect(files.length).toBeGreaterThan(50);
  expect([...checkout, ...homes].map(([file]) => file)).toEqual([]);
});

test.each([
  ['/home', 'me/x'],
  ['/Users', 'me/x'],
  ['"/root', 'x'],
  ['C:\\Users', 'me'],
])('%s is personal', (a, b) => {
  expect([a, b].join(a.includes('\\') ? '\\' : '/')).toMatch(personal);
});

test.each(['https://example.com/home/me/x', '/home/runner/work', 'src/root/x', '/tmp/x'])(
  '%s is not',
  (text) => {
    expect(text).not.toMatch(personal);
  },
);

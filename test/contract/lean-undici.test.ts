import { createRequire } from 'node:module';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { copyLeanUndici } from '../../scripts/lean-undici.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lean-undici-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

test('a part that is left out says so when it is used, and the rest is as it was', async () => {
  const require = createRequire(import.meta.url);
  const whole = path.dirname(require.resolve('undici/package.json'));
  await copyLeanUndici(whole, folder);
  const connect = require(path.join(folder, 'lib/dispatcher/client-h2.js')) as () => void;
  expect(connect).toThrow('HTTP/2 is left out of this bundle of undici');
  const { extractBody } = require(path.join(folder, 'lib/web/fetch/body.js')) as { extractBody: () => void };
  expect(extractBody).toThrow('a body that is a form is left out of this bundle of undici');
  expect(require(path.join(folder, 'lib/dispatcher/client.js'))).toBeTypeOf('function');
});

test('an undici that has no such part any more is refused', async () => {
  const other = path.join(folder, 'other');
  await mkdir(path.join(other, 'lib/dispatcher'), { recursive: true });
  await writeFile(path.join(other, 'lib/dispatcher/client-h2.js'), '');
  await expect(copyLeanUndici(other, path.join(folder, 'copy'))).rejects.toThrow('ENOENT');
});

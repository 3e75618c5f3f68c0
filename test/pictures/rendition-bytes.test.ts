import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { hashRenditions } from '../../scripts/hash-renditions.ts';
import { ENGINE_FOLDER } from '../support/engine-folder.ts';

// `node scripts/rendition-bytes.ts --write` writes the list again, for a new version of the engine.
test('renditions have the bytes that they have on every other platform', async () => {
  const list = new URL('../../scripts/rendition-bytes.json', import.meta.url);
  expect(await hashRenditions(ENGINE_FOLDER)).toEqual(JSON.parse(await readFile(list, 'utf8')));
});

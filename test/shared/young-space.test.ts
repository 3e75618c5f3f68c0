import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

const COLLECT_GARBAGE = path.join(import.meta.dirname, '../../src/shared/collect-garbage.ts');

/** MiB of V8's space for young objects, after a million of them survived for a while, in a process of its own. */
async function measure(first: string): Promise<number> {
  const code = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { keepYoungSpaceSmall } from ${JSON.stringify(COLLECT_GARBAGE)};
    ${first}
    const all = [];
    for (let index = 0; index < 1_000_000; index += 1) all.push({ index, inner: [index] });
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    console.log(all.length === 1_000_000 && space.space_size / 2 ** 20);`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code]);
  return Number(stdout);
}

test('what lives for a while does not make the space for young objects grow', async () => {
  expect(await measure('')).toBeGreaterThan(16);
  expect(await measure('keepYoungSpaceSmall();')).toBeLessThan(8);
});

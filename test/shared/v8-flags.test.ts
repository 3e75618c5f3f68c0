import path from 'node:path';

import { expect, test } from 'vitest';

import { runWithFlags, usesMaglev } from '../support/run-with-flags.ts';

const V8_FLAGS = path.join(import.meta.dirname, '../../src/shared/v8-flags.ts');

const call = (name: string): string => `import { ${name} } from ${JSON.stringify(V8_FLAGS)};\n${name}();`;

/** MiB of V8's space for young objects, after a million of them survived for a while. */
async function measure(first: string): Promise<number> {
  const code = `
    ${first}
    const { getHeapSpaceStatistics } = await import('node:v8');
    const all = [];
    for (let index = 0; index < 1_000_000; index += 1) all.push({ index, inner: [index] });
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    console.log(all.length === 1_000_000 && space.space_size / 2 ** 20);`;
  return Number(await runWithFlags([], code));
}

test('what lives for a while does not make the space for young objects grow', async () => {
  expect(await measure('')).toBeGreaterThan(16);
  expect(await measure(call('keepYoungSpaceSmall'))).toBeLessThan(8);
});

test('the compiler in the middle is not used', async () => {
  expect(await usesMaglev('')).toBe(true);
  expect(await usesMaglev(call('compileInLessMemory'))).toBe(false);
});

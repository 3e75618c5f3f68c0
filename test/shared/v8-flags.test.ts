import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from 'vitest';

const COLLECT_GARBAGE = path.join(import.meta.dirname, '../../src/shared/collect-garbage.ts');

/** What code prints in a process of its own, in which `first` was called before. */
async function run(flags: readonly string[], first: string, code: string): Promise<string> {
  const whole = `import { compileInLessMemory, keepYoungSpaceSmall } from ${JSON.stringify(COLLECT_GARBAGE)};\n${first}\n${code}`;
  const args = [...flags, '--input-type=module', '--eval', whole];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return stdout.trim();
}

/** MiB of V8's space for young objects, after a million of them survived for a while. */
async function measure(first: string): Promise<number> {
  const code = `
    const { getHeapSpaceStatistics } = await import('node:v8');
    const all = [];
    for (let index = 0; index < 1_000_000; index += 1) all.push({ index, inner: [index] });
    const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    console.log(all.length === 1_000_000 && space.space_size / 2 ** 20);`;
  return Number(await run([], first, code));
}

test('what lives for a while does not make the space for young objects grow', async () => {
  expect(await measure('')).toBeGreaterThan(16);
  expect(await measure('keepYoungSpaceSmall();')).toBeLessThan(8);
});

/** Whether V8 compiles a function with Maglev on its way to be a hot one. */
async function usesMaglev(first: string): Promise<string> {
  const code = `
    const add = (a, b) => (a + b) & 1023;
    let [sum, isSeen] = [0, false];
    for (let index = 0; index < 100_000; index += 1) {
      sum = add(sum, index);
      isSeen ||= %ActiveTierIsMaglev(add);
    }
    console.log(sum === undefined || isSeen);`;
  // Compiled at once, not in another thread beside the loop.
  return await run(['--allow-natives-syntax', '--no-concurrent-recompilation'], first, code);
}

test('the compiler in the middle is not used', async () => {
  expect(await usesMaglev('')).toBe('true');
  expect(await usesMaglev('compileInLessMemory();')).toBe('false');
});

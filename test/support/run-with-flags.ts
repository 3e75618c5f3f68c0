import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What the code of a module prints in a process of its own, started with these flags of Node or V8. */
export async function runWithFlags(flags: readonly string[], code: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...flags,
    '--input-type=module',
    '--eval',
    code,
  ]);
  return stdout.trim();
}

/** Whether V8 compiles a function with Maglev on its way to be a hot one, after `first` has run. */
export async function usesMaglev(first: string): Promise<boolean> {
  const code = `
    ${first}
    const add = (a, b) => (a + b) & 1023;
    let [sum, isSeen] = [0, false];
    for (let index = 0; index < 100_000; index += 1) {
      sum = add(sum, index);
      isSeen ||= %ActiveTierIsMaglev(add);
    }
    console.log(sum === undefined || isSeen);`;
  // Compiled at once, not in another thread beside the loop.
  const printed = await runWithFlags(['--allow-natives-syntax', '--no-concurrent-recompilation'], code);
  return JSON.parse(printed) as boolean;
}

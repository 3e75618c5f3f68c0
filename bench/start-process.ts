import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Starts a script, named from this folder, as a process of its own, and waits for the line of JSON with which it says where it
 * can be reached. Stopped when disposed of.
 */
export async function startProcess(
  file: string,
  args: readonly string[],
): Promise<AsyncDisposable & { hello: Record<string, unknown> }> {
  const script = path.join(import.meta.dirname, file);
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout });
  const [line] = (await once(lines, 'line')) as [string];
  return {
    hello: JSON.parse(line) as Record<string, unknown>,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

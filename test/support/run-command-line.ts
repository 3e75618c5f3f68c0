import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The bundled command line. */
export const COMMAND_LINE = path.join(import.meta.dirname, '../../dist/cli/index.js');

/** How a command ended, and the names of what it left in the folder for temporary files. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly left: readonly string[];
}

/** Ends the process as soon as it looks a name up or connects to anything. */
const NO_NETWORK = `
const fail = (what) => { process.stderr.write('network: ' + what + '\\n'); process.exit(99); };
const dns = require('node:dns');
dns.lookup = dns.promises.lookup = (name) => fail('lookup ' + name);
require('node:net').Socket.prototype.connect = () => fail('connect');
`;

/** Runs the bundled command line in a folder, with no network. */
export async function runCommandLine(
  folder: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const own = await mkdtemp(path.join(tmpdir(), 'command-'));
  const guard = path.join(own, 'guard.cjs');
  await writeFile(guard, NO_NETWORK);
  const ended = Promise.withResolvers<Omit<Ended, 'left'>>();
  execFile(
    process.execPath,
    ['--require', guard, COMMAND_LINE, ...args],
    { cwd: folder, env: { PATH: process.env['PATH'], TMPDIR: own, ...env } },
    (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      ended.resolve({ code, stdout, stderr });
    },
  );
  const result = await ended.promise;
  const left = (await readdir(own)).filter((name) => name !== 'guard.cjs');
  await rm(own, { recursive: true, maxRetries: 5 });
  return { ...result, left };
}

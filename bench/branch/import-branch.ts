import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

import { createBareRepository } from '../../demo/git-service/create-bare-repository.ts';

export const BRANCH = 'assets';

/** Makes a bare repository, e.g. `acme/shop`, whose assets branch is one commit with these files. Gives its path. */
export async function importBranch(
  root: string,
  name: string,
  files: Iterable<readonly [path: string, content: string | Uint8Array]>,
): Promise<string> {
  const folder = await createBareRepository(root, name);
  // Files go straight into one pack, without being compressed or held in memory.
  const settings = ['-c', 'core.compression=0', '-c', 'core.bigFileThreshold=1m'];
  const git = spawn('git', ['-C', folder, ...settings, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(git, 'close');
  await pipeline(Readable.from(renderImport(files)), git.stdin);
  const [code] = (await ended) as [number];
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  return folder;
}

/** The stream of git-fast-import(1). */
function* renderImport(
  files: Iterable<readonly [path: string, content: string | Uint8Array]>,
): Iterable<string | Buffer> {
  yield `commit refs/heads/${BRANCH}\ncommitter A <a@example.com> 1762000000 +0000\ndata 4\nSeed\n`;
  for (const [file, content] of files) {
    yield `M 100644 inline ${file}\ndata ${Buffer.byteLength(content)}\n`;
    yield Buffer.from(content);
    yield '\n';
  }
}

/** Makes another repository with the same branches as `seed`, which shares its objects as a fork on GitHub does. */
export async function forkRepository(root: string, seed: string, name: string): Promise<string> {
  const folder = await createBareRepository(root, name);
  await writeFile(path.join(folder, 'objects', 'info', 'alternates'), `${path.join(seed, 'objects')}\n`);
  const git = promisify(execFile);
  const { stdout } = await git('git', ['-C', seed, 'rev-parse', BRANCH]);
  await git('git', ['-C', folder, 'update-ref', `refs/heads/${BRANCH}`, stdout.trim()]);
  return folder;
}

import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const EVERY_MS = 50;

/**
 * Looks at a process and all that descend from it until it ends; gives the most memory (resident, MB) they held together at
 * one time. Pages that two of them share count twice. Reads `/proc`, so Linux only.
 */
export async function watchTreeMemory(pid: number, ended: Promise<unknown>): Promise<number> {
  let peakMb = 0;
  const end = ended.then(
    () => 'ended',
    () => 'ended',
  );
  do peakMb = Math.max(peakMb, await treeMemory(pid));
  while ((await Promise.race([end, sleep(EVERY_MS, 'running')])) === 'running');
  return peakMb;
}

/** `parent` is the command line of the process above. */
async function treeMemory(pid: number, parent = ''): Promise<number> {
  const command = await readOrNothing(`/proc/${pid}/cmdline`);
  // Just forked, about to become another program: all it has is its parent's.
  if (command === parent) return 0;
  const status = await readOrNothing(`/proc/${pid}/status`);
  const [, kib = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    tasks.map(async (task) => await readOrNothing(`/proc/${pid}/task/${task}/children`)),
  );
  const children = lists.flatMap((list) => list.split(' ').filter((child) => child !== ''));
  const below = await Promise.all(children.map(async (child) => await treeMemory(Number(child), command)));
  return below.reduce((sum, mb) => sum + mb, (Number(kib) * 1024) / 1e6);
}

/** A process may end between two looks at it. */
async function readOrNothing(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch(() => '');
}

import { spawn } from 'node:child_process';
import { json } from 'node:stream/consumers';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { LEDGER_REF } from '../../../src/ledger/stores/git-store.ts';
import { parseLedger } from '../../../src/ledger/stores/parse-ledger.ts';
import { git } from '../../git/disk-remote.ts';
import { createHttpRemote, type HttpRemote } from '../../git/http-remote.ts';
import { print } from '../samples.ts';

const RUNS = 8;
const EDITS = Array.from({ length: 12 }, (_, index) => `edit${index}`);

let remote: HttpRemote;
beforeEach(async () => {
  remote = await createHttpRemote();
});
afterEach(async () => {
  await remote[Symbol.asyncDispose]();
});

/** Starts a run in a process of its own: what it was answered for each edit. */
async function startRun(number: number): Promise<Record<string, string>> {
  // Each begins with another edit, so that they meet in the middle of batches.
  const edits = EDITS.map((_, index) => EDITS[(index + number) % EDITS.length] ?? '');
  const script = path.join(import.meta.dirname, 'claiming-run.ts');
  const args = [script, remote.url, remote.disk.root, String(number), edits.join(',')];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return (await json(child.stdout)) as Record<string, string>;
}

test('8 runs at once: every edit is granted exactly once, and its request id is kept', async () => {
  const answers = await Promise.all(
    Array.from({ length: RUNS }, async (_, number) => await startRun(number)),
  );
  const text = await git(remote.disk.bare, 'show', `${LEDGER_REF}:ledger.json`);
  const ledger = await parseLedger(text, LEDGER_REF, new AbortController().signal);
  if (!ledger.ok) throw new Error(ledger.error.message);
  for (const edit of EDITS) {
    const holders = [...answers.keys()].filter((number) => answers[number]?.[edit] === 'claimed');
    expect(holders).toHaveLength(1);
    const requestId = `${edit}-by-${holders.join()}`;
    expect(ledger.value.get(print(edit))).toMatchObject([{ state: 'accepted', requestId }]);
  }
  expect(ledger.value.size).toBe(EDITS.length);
  await git(remote.disk.bare, 'fsck', '--strict');
}, 180_000);

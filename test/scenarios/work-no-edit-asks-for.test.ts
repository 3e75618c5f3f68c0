import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { createBranchStage } from '../support/branch-stage.ts';
import { startGitHubApi } from '../support/github-api.ts';
import { readLedger, writeLedger } from '../support/ledger-ref.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

function specOf(prompt: string): string {
  return `version: 1\nedits:\n  one: { prompt: ${prompt}, images: a.png, size: 1024x1024, force-single: true }\n`;
}

test('what was paid for and no edit asks for anymore is reported by a run that has work, and stays', async () => {
  await using stage = await createBranchStage({ 'edits.yml': specOf('The first.') });
  stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 600_000, match: 'The first' });
  const first = await stage.job.main({ inputs: { timeout: '10s', 'on-timeout': 'leave' } });
  expect(first.outputs).toMatchObject({ outcome: 'incomplete', pending: '1' });
  const [job] = stage.emulator.ledger;
  const [[fingerprint, [entry]] = [undefined, []]] = Object.entries(
    (await readLedger(stage.repository)).entries,
  );
  if (fingerprint === undefined) throw new Error('Nothing is in the ledger.');
  // Until then that run might be at work still.
  const entries = { [fingerprint]: [{ ...entry, over_at: new Date(Date.now() - 1000).toISOString() }] };
  await writeLedger(stage.repository, JSON.stringify({ version: 1, entries }));

  await writeFile(path.join(stage.job.workspace, 'edits.yml'), specOf('The second.'));
  const next = await stage.job.main({ facts: { runId: '4712' } });
  expect(next.outputs, next.stdout).toMatchObject({ outcome: 'success', succeeded: '1' });
  const messages = next.log.annotations.map(({ message }) => message).join('\n');
  expect(messages).toContain('Edit one was paid for and never delivered');
  expect(messages).toContain(job?.requestId);
  expect(messages).toContain('forgotten after 30 days');
  expect((await readLedger(stage.repository)).entries).toMatchObject(entries);
});

test('an entry of more than 30 days ago is forgotten, and named once more', async () => {
  await using github = await startGitHubApi(true);
  const env = { GITHUB_API_URL: github.url };
  await using stage = await createBranchStage({ 'edits.yml': specOf('One.') }, { env });
  const old = new Date(Date.now() - 31 * DAY_MS).toISOString();
  const entry = {
    id: '1.1.edits-a.1',
    edit: 'gone',
    destination: 'branch assets',
    run: { id: '1', attempt: 1, step: 'edits-a', url: 'https://github.com/acme/storefront/actions/runs/1' },
    claimed_at: old,
    over_at: old,
  };
  const entries = {
    ['a'.repeat(64)]: [{ state: 'accepted', ...entry, request_id: 'req-of-old', submitted_at: old }],
    ['b'.repeat(64)]: [{ state: 'maybe-sent', ...entry }],
  };
  await writeLedger(stage.repository, JSON.stringify({ version: 1, entries }));
  const main = await stage.job.main();

  expect(main.outputs, main.stdout).toMatchObject({ outcome: 'success', succeeded: '1' });
  const messages = main.log.annotations.map(({ message }) => message);
  expect(messages.filter((each) => each.includes('is forgotten now'))).toHaveLength(2);
  expect(messages.join('\n')).toContain('req-of-old');
  const left = await readLedger(stage.repository);
  expect(Object.keys(left.entries)).not.toEqual(expect.arrayContaining(Object.keys(entries)));

  const next = await stage.job.main({ facts: { runId: '4712' } });
  expect(next.stdout).not.toContain('is forgotten');
});

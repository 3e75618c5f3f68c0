import type { ChildProcess } from 'node:child_process';
import { expect, test } from 'vitest';

import type { StepResult } from '../../demo/run-action.ts';
import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage, readLock, type BranchStage } from '../support/branch-stage.ts';
import { readStates } from '../support/stage.ts';

const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  slow: { prompt: A slow one., images: a.png }
  quick: { prompt: A quick one., images: a.png }
`;

/** Runs main, and kills it as soon as a line of its log begins so. */
async function killAt({ job }: BranchStage, line: string): Promise<StepResult> {
  let child: ChildProcess | undefined;
  const main = await job.main({
    onSpawn: (spawned) => {
      child = spawned;
    },
    onLine: ({ text }) => {
      if (text.startsWith(line)) child?.kill('SIGKILL');
    },
  });
  expect(main.signal).toBe('SIGKILL');
  return main;
}

test.each([
  // Only one at a time, so that no other submit is on its way at that moment.
  ['slow  submitted', '1'],
  ['quick  succeeded', '8'],
])(
  'killed at "%s": the post step writes the ledger, and the next run collects it without a submit',
  async (line, parallel) => {
    await using stage = await createBranchStage(
      { 'edits.yml': spec },
      { inputs: { 'max-parallel': parallel } },
    );
    stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 1500, match: 'A slow one' });
    await killAt(stage, line);
    const paid = stage.emulator.ledger.map(({ requestId }) => requestId);
    expect(paid).not.toEqual([]);
    const post = await stage.job.post();
    expect(post.exitCode).toBe(0);
    expect(post.summary).toContain('the next run collects it without paying again');

    const next = await stage.job.main({ facts: { runId: '4712' } });
    expect(next.exitCode, next.stdout).toBe(0);
    expect(next.outputs).toMatchObject({ outcome: 'success', succeeded: '2' });
    // What had not left before the kill leaves now.
    expect(stage.emulator.ledger).toHaveLength(2);
    const files = await readBranch(stage.repository);
    expect([...files.keys()]).toEqual(expect.arrayContaining(['quick.jpg', 'slow.jpg']));
    const recorded = Object.values(readLock(files).edits).map((edit) => edit.request_id);
    expect(recorded).toEqual(expect.arrayContaining(paid));
  },
);

test('a machine is lost between a submit and its answer: the next run reports it as unknown, and sends it only on request', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec }, { inputs: { only: 'slow' } });
  stage.emulator.faults.add({ on: 'submit', kind: 'hang', accepted: true, nth: 1 });
  let child: ChildProcess | undefined;
  const running = stage.job.main({
    onSpawn: (spawned) => {
      child = spawned;
    },
  });
  await expect.poll(() => stage.emulator.ledger.length).toBe(1);
  child?.kill('SIGKILL');
  expect((await running).signal).toBe('SIGKILL');

  const again = await stage.job.main({ facts: { attempt: 2 } });
  expect(again.exitCode).toBe(1);
  expect(await readStates(again.outputs['results-file'] ?? '')).toEqual({ slow: 'unknown' });
  for (const text of [again.stdout, again.summary]) expect(text).toContain('on-unknown: resubmit');
  expect(stage.emulator.ledger).toHaveLength(1);

  const asked = await stage.job.main({ facts: { attempt: 3 }, inputs: { 'on-unknown': 'resubmit' } });
  expect(asked.exitCode, asked.stdout).toBe(0);
  expect(stage.emulator.ledger).toHaveLength(2);
  expect([...(await readBranch(stage.repository)).keys()]).toContain('slow.jpg');
});

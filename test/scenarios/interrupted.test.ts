import { expect, test } from 'vitest';

import { createStage, readStates } from '../support/stage.ts';

const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
  at-work: { prompt: Stuck at work., images: [a.png] }
  in-queue: { prompt: Stuck in the queue., images: [a.png] }
  sending: { prompt: On its way., images: [a.png] }
  silent: { prompt: A silent one., images: [a.png] }
  quick: { prompt: A quick one., images: [a.png] }
  late: { prompt: A late one., images: [{ edit: at-work }] }
`;

test('a cancelled workflow loses no id: main ends by itself before the runner loses patience, and post uploads', async () => {
  await using stage = await createStage({ 'edits.yml': spec });
  stage.emulator.faults.add({ on: 'job', kind: 'stuck', at: 'run', match: 'at work' });
  stage.emulator.faults.add({ on: 'job', kind: 'stuck', at: 'queue', match: 'in the queue' });
  for (const on of ['status', 'result'] as const)
    stage.emulator.faults.add({ on, kind: 'hang', match: 'A silent one' });
  stage.emulator.faults.add({ on: 'submit', kind: 'hang', accepted: true, match: 'On its way' });
  const cancel = new AbortController();
  let cancelledAtMs = 0;
  const main = await stage.job.main({
    signal: cancel.signal,
    onLine: ({ text }) => {
      if (!text.startsWith('quick  succeeded')) return;
      cancelledAtMs = Date.now();
      cancel.abort();
    },
  });
  // 7.5 s after SIGINT the runner sends SIGTERM, and SIGKILL soon after.
  expect(Date.now() - cancelledAtMs).toBeLessThan(7000);
  expect(main.signal).toBeUndefined();
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '1' });
  expect(await readStates(main.outputs['results-file'] ?? '')).toEqual({
    'at-work': 'pending',
    'in-queue': 'cancelled',
    // Its answer was waited for as long as the runner allows.
    sending: 'unknown',
    silent: 'pending',
    quick: 'succeeded',
    late: 'skipped',
  });
  const running = stage.emulator.ledger.filter(({ state }) => state === 'in_progress');
  expect(running).toHaveLength(1);
  for (const { requestId } of running)
    for (const text of [main.stdout, main.summary]) expect(text).toContain(requestId);
  expect(stage.artifacts.artifacts).toEqual([]);

  const post = await stage.job.post();
  expect(post.exitCode).toBe(0);
  expect([...(await stage.unpack()).keys()]).toContain('quick.jpg');
});

import { expect, test } from 'vitest';

import { createReadPlanner } from '../../../src/jobs/follow/waiting/create-read-planner.ts';
import type { Sighting } from '../../../src/jobs/follow/describe-last.ts';
import { waitForJob } from '../../../src/jobs/follow/wait-for-job.ts';
import { startDeadline } from '../../../src/shared/deadline.ts';
import { connectClient, createRecordingLog, INPUT, submitCall } from '../../queue/client-deps.ts';
import { createSimulatedClock } from '../../support/clocks.ts';
import { startFakeService } from '../../support/fake-service.ts';
import { createJobScript, succeeded, type JobScriptOptions } from '../../support/job-script.ts';

const MINUTE = 60_000;

/** Submits one job and waits for it, on a clock that jumps. */
async function waitFor(options: JobScriptOptions, timeoutMs = 30 * MINUTE) {
  const clock = createSimulatedClock();
  const log = createRecordingLog();
  await using api = await startFakeService(createJobScript(options).script);
  await using queue = connectClient(api.url, { clock, log });
  const answer = await queue.submit(INPUT, submitCall());
  if (answer.kind !== 'accepted') throw new Error(answer.error.message);
  const sightings: Sighting[] = [];
  using deadline = startDeadline(clock, timeoutMs, 'the edit');
  const startedAtMs = clock.now();
  const deps = {
    queue,
    clock,
    reads: createReadPlanner([]),
    leftMs: () => deadline.leftMs(),
    onSighting: (sighting: Sighting) => void sightings.push(sighting),
  };
  const job = { requestId: answer.requestId, submittedAtMs: startedAtMs, isOurs: true };
  const end = await waitForJob(job, deps, deadline.signal);
  const requests = api.requests
    .slice(1)
    .map(({ method, path }) => `${method} ${path.split('/').at(-1) ?? ''}`);
  return { end, sightings, requests, lines: log.lines, tookMs: clock.now() - startedAtMs };
}

test('queued by /status, running by /result with its cost, and nothing after the end', async () => {
  const positions = [2, 2, 1];
  const { end, sightings, requests } = await waitFor({
    stages: () => ['in_queue', 'in_queue', 'in_queue', 'in_progress', 'in_progress', 'completed'],
    position: () => positions.shift() ?? 0,
  });
  expect(end).toMatchObject({ kind: 'ended', result: { kind: 'succeeded', costUsd: 0.03 } });
  expect(sightings).toEqual([
    { kind: 'queued', position: 2 },
    { kind: 'queued', position: 1 },
    { kind: 'running' },
  ]);
  expect(requests).toEqual([
    ...Array.from({ length: 4 }, () => 'GET status'),
    'GET result?include_cost=true',
    'GET result?include_cost=true',
  ]);
});

test('completed on /status is followed to /result at once; there it may have failed', async () => {
  const { end, requests } = await waitFor({
    stages: () => ['completed'],
    result: () => ({ status: 'failed', error: { message: 'image\nunreachable', code: 7 } }),
  });
  expect(end).toMatchObject({ kind: 'ended', result: { kind: 'failed', message: 'image unreachable' } });
  expect(requests).toEqual(['GET status', 'GET result?include_cost=true']);
});

test('story 3: in progress with an empty output is waited past; ended without output is a failure', async () => {
  let looks = 0;
  const { end } = await waitFor({
    stages: () => ['in_progress'],
    fault: ({ path }, answer) => {
      if (!path.includes('/result')) return false;
      looks += 1;
      const output = { images: [] };
      answer.json(looks < 4 ? { status: 'processing', output } : { status: 'succeeded', output, cost: 0.03 });
      return true;
    },
  });
  expect(looks).toBe(4);
  expect(end).toMatchObject({
    result: { kind: 'no-output', costUsd: 0.03 },
  });
});

test('an unrecognized word is reported once and waited past', async () => {
  const { end, sightings } = await waitFor({
    stages: () => ['pondering', 'pondering', 'Processing', 'thinking', 'completed'],
  });
  expect(end).toMatchObject({ kind: 'ended', result: { kind: 'succeeded' } });
  expect(sightings).toEqual([
    { kind: 'unrecognized', word: 'pondering' },
    { kind: 'running' },
    { kind: 'unrecognized', word: 'thinking' },
  ]);
});

test('story 9: ten minutes of 503, resets and HTML with 200 while waiting: still collected', async () => {
  let broken = 0;
  const outage: JobScriptOptions['fault'] = (request, answer) => {
    if (request.method === 'POST') return false;
    broken += 1;
    if (broken > 180) return false;
    const kinds = [
      () => {
        answer.text('', 503);
      },
      () => {
        answer.reset();
      },
      () => {
        answer.text('<html><title>Maintenance</title></html>');
      },
      () => {
        answer.truncated({ status: 'completed' });
      },
    ];
    kinds[broken % kinds.length]?.();
    return true;
  };
  const { end, tookMs, lines } = await waitFor({ stages: () => ['completed'], fault: outage });
  expect(end).toMatchObject({ kind: 'ended', result: { kind: 'succeeded' } });
  expect(tookMs).toBeGreaterThan(10 * MINUTE);
  expect(lines.filter((line) => line.startsWith('Still trying'))).toHaveLength(1);
  expect(lines.at(-1)).toMatch(/answers again, after \d+ tries/);
});

test('an outage that outlasts the deadline ends the wait there, and not before', async () => {
  const { end, tookMs } = await waitFor(
    {
      fault: ({ method }, answer) => {
        if (method === 'POST') return false;
        answer.text('', 503);
        return true;
      },
    },
    20 * MINUTE,
  );
  expect(end).toMatchObject({ kind: 'stopped', isQueued: true });
  // The wait ended, and says what it knew.
  expect(end).toHaveProperty('lastKnown', expect.stringMatching(/^The last try to ask: GET .* answered 503/));
  expect(tookMs).toBeGreaterThanOrEqual(20 * MINUTE);
});

test.each([
  [
    'a token that was revoked meanwhile',
    400,
    { code: 400004, error: 'UserAccountError' },
    'authentication',
    1,
  ],
  [
    'a request of somebody else',
    403,
    { code: 403001, error: 'PermissionDeniedError' },
    'permission-denied',
    1,
  ],
  [
    'a request that no one knows, after some tries',
    404,
    { code: 404001, error: 'ResourceNotFound' },
    'not-found',
    6,
  ],
])('given up: %s', async (_, status, body, code, tries) => {
  const { end, requests } = await waitFor({
    fault: ({ method }, answer) => {
      if (method === 'POST') return false;
      answer.json(body, status);
      return true;
    },
  });
  expect(end).toMatchObject({ kind: 'given-up', error: { code } });
  expect(requests).toHaveLength(tries);
});

test('a new id that takes a moment to be readable', async () => {
  let looks = 0;
  const { end } = await waitFor({
    result: () => succeeded('https://out.example/a.png'),
    fault: ({ method }, answer) => {
      if (method === 'POST' || (looks += 1) > 3) return false;
      answer.json({ code: 404001, error: 'ResourceNotFound' }, 404);
      return true;
    },
  });
  expect(end).toMatchObject({ kind: 'ended', result: { kind: 'succeeded' } });
});

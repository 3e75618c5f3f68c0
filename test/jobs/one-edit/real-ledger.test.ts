import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

import { createRunClaims } from '../../../src/run/make/create-run-claims.ts';
import { createLedger } from '../../../src/ledger/write/create-ledger.ts';
import { createGitStore } from '../../../src/ledger/stores/git-store.ts';
import { openJournal } from '../../../src/ledger/write/journal.ts';
import { planEdits } from '../../../src/plan/plan-edits.ts';
import type { InFlight } from '../../../src/plan/types.ts';
import { createDiskRemote, type DiskRemote } from '../../git/disk-remote.ts';
import { DESTINATION, entriesOf, judgeAll, stepOf } from '../../ledger/samples.ts';
import { createRecordingLog, noAbort } from '../../queue/client-deps.ts';
import { realClock } from '../../support/clocks.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { reset } from '../follow-submit.ts';
import { grantAll, runPlan, type RunOptions } from '../run-plan.ts';

const HOUR = 3_600_000;
const EDITS = [inspectedEdit('hero'), inspectedEdit('next', { needs: ['hero'] })];

interface NextRun extends RunOptions {
  readonly number: number;
  readonly onUnknown?: InFlight['onUnknown'];
}

/** One run over a real repository, from the plan to its last word in the ledger; nothing is delivered. */
async function runOnce(remote: DiskRemote, { number, onUnknown = 'hold', ...options }: NextRun) {
  const signal = noAbort();
  const folder = await mkdtemp(path.join(tmpdir(), 'jobs-'));
  const opened = await remote.open();
  if (!opened.ok) throw new Error(opened.error.why);
  await using repository = opened.value;
  await using journal = await openJournal(path.join(folder, 'journal'));
  const step = stepOf(String(number), 1, 'a');
  const clock = realClock;
  const deps = {
    serverMs: () => clock.now(),
    journal,
    step,
    clock,
    random: () => 0,
    log: createRecordingLog(),
    signal,
  };
  const ledger = createLedger({ ...deps, store: createGitStore(repository) });
  const read = await ledger.open();
  if (!read.ok) throw new Error(read.error.message);
  const plan = planEdits(EDITS, {
    forced: new Set(),
    spec: EDITS,
    inFlight: {
      entries: judgeAll(read.value.ledger, { thisStep: step, nowMs: clock.now(), isRunOver: true }),
      destination: DESTINATION,
      owed: new Set(),
      deliveredSince: new Set(),
      onUnknown,
    },
  });
  const claims = createRunClaims(plan.edits, {
    ...{ ledger, step, clock, destination: DESTINATION, aheadOf: 2, overAtMs: clock.now() + HOUR },
    readDelivered: async () => await Promise.resolve({ ok: true, value: new Map() }),
    waitForOtherRun: async (...call) => await grantAll.waitForOtherRun(...call),
  });
  const run = await runPlan(plan.edits, { ...options, claims });
  await claims.releaseUnused();
  expect(await ledger.flush()).toEqual({ ok: true, value: undefined });
  const after = await ledger.open();
  await rm(folder, { recursive: true, maxRetries: 5 });
  const left = after.ok ? entriesOf(after.value.ledger) : [];
  return { ...run, left: left.map(({ edit, state }) => `${edit} ${state}`).toSorted() };
}

test('story 2: a run that is stopped while a job runs: the next one collects it and sends only the rest', async () => {
  await using remote = await createDiskRemote();
  const stop = new AbortController();
  const first = await runOnce(remote, {
    number: 1,
    stop: stop.signal,
    api: {
      paid: ['Make hero.'],
      stages: () => ['in_progress'],
      fault: ({ path: asked }, answer) => {
        if (!asked.startsWith('/v1/models')) return false;
        answer.json({ request_id: 'paid-1' });
        return true;
      },
    },
    onChange: ({ kind }) => {
      if (kind === 'running') stop.abort(new Error('the step was stopped by SIGTERM'));
    },
  });
  expect(first.states).toEqual({ hero: 'pending', next: 'skipped' });
  // What was claimed ahead and never sent is released.
  expect(first.left).toEqual(['hero accepted']);

  const second = await runOnce(remote, { number: 2, api: { paid: ['Make hero.'] } });
  expect(
    second.outcomes.map(({ state, job }) => [state, 'requestId' in job ? job.requestId : job.kind]),
  ).toEqual([
    ['succeeded', 'paid-1'],
    ['succeeded', 'req-1'],
  ]);
  expect(second.posts).toBe(1);
  expect(second.left).toEqual(['hero accepted', 'next accepted']);
});

test('story 1: a submit without an answer is held by every run, until one may send it again', async () => {
  await using remote = await createDiskRemote();
  const first = await runOnce(remote, { number: 1, api: { fault: reset } });
  expect(first.states).toEqual({ hero: 'unknown', next: 'skipped' });
  expect(first.left).toEqual(['hero maybe-sent']);

  const second = await runOnce(remote, { number: 2 });
  expect(second.outcomes.map(({ state, error }) => `${state}: ${error?.code ?? ''}`)).toEqual([
    'unknown: unknown-submit',
    'skipped: needs-not-met',
  ]);
  expect(second.posts).toBe(0);
  expect(second.left).toEqual(['hero maybe-sent']);

  const third = await runOnce(remote, { number: 3, onUnknown: 'resubmit' });
  expect(third.states).toEqual({ hero: 'succeeded', next: 'succeeded' });
  expect(third.posts).toBe(2);
  expect(third.left).toEqual(['hero accepted', 'hero maybe-sent', 'next accepted']);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { JobChange } from '../../src/jobs/types.ts';
import type { PlannedEdit } from '../../src/plan/types.ts';
import { claimsFor, planOf, wish } from './sample-in-flight.ts';
import { writeDown } from './in-flight.ts';
import type { JobScriptOptions } from '../support/job-script.ts';
import { runPlan } from './run-plan.ts';

const HOUR = 3_600_000;

const api: JobScriptOptions = {
  paid: ['an earlier one'],
  stages: () => ['completed'],
  result: (prompt, id) =>
    prompt.endsWith('failed')
      ? { status: 'failed', error: 'no' }
      : { status: 'succeeded', output: { image: `https://out.example/${id}` } },
  fault: ({ body }, answer) => {
    if (body.includes('-refused"')) answer.json({ detail: 'no' }, 422);
    else if (body.includes('-lost"')) answer.reset();
    else if (body.includes('-broke"')) answer.json({ code: 400002, error: 'InsufficientResources' }, 400);
    else return false;
    return true;
  },
};

test('whatever claims, answers and stops do: at most one POST for a fingerprint, and each edit ends once', async () => {
  const wishLists = fc.array(wish, { minLength: 1, maxLength: 10 });
  const stops = fc.option(fc.nat(40), { nil: undefined });
  await fc.assert(
    fc.asyncProperty(
      wishLists,
      fc.integer({ min: 1, max: 4 }),
      stops,
      async (wishes, maxParallel, stopAt) => {
        const edits = planOf(wishes);
        const calls: string[] = [];
        const stop = new AbortController();
        let changes = 0;
        const posted: string[] = [];
        const run = await runPlan(edits, {
          maxParallel,
          stop: stop.signal,
          timeoutMs: 1000 * HOUR,
          claims: writeDown(calls, claimsFor(wishes)),
          makeSendable: async ({ id }) => {
            if (wishes[Number(id.slice(1))]?.breaks === 'sendable') throw new Error('sendable broke');
            return await Promise.resolve(['https://cdn.example.com/a.jpg']);
          },
          api: {
            ...api,
            fault: (request, ...rest) => {
              if (request.path.startsWith('/v1/models'))
                posted.push(
                  `e${(JSON.parse(request.body) as { prompt: string }).prompt.split('-')[0] ?? ''}`,
                );
              return api.fault?.(request, ...rest) ?? false;
            },
          },
          onChange: () => {
            if ((changes += 1) === stopAt) stop.abort(new Error('the step was stopped by SIGTERM'));
          },
        });
        expect(posted).toHaveLength(new Set(posted).size);
        expectOneEndEach(edits, run.changes);
        for (const { id } of edits)
          expectSoundRecord(
            calls.filter((line) => line.split(' ')[1] === id),
            posted.includes(id),
          );
        for (const outcome of run.outcomes) {
          // What was sent is never recorded as if it had not been.
          if (posted.includes(outcome.edit.id)) expect(['unchanged', 'skipped']).not.toContain(outcome.state);
          if (outcome.edit.action.kind === 'hold') expect(outcome.state).toBe('unknown');
        }
      },
    ),
    { numRuns: 60 },
  );
});

function expectOneEndEach(edits: readonly PlannedEdit[], changes: readonly JobChange[]): void {
  const over = new Set<string>();
  for (const change of changes) {
    const { id } = change.kind === 'ended' ? change.outcome.edit : change.edit;
    expect(over).not.toContain(id);
    if (change.kind === 'ended') over.add(id);
  }
  expect(over.size).toBe(edits.length);
}

/** Nothing is sent without a claim and a word on this disk; what was sent has its word afterwards. */
function expectSoundRecord(calls: readonly string[], wasPosted: boolean): void {
  const words = calls.map((line) => line.split(' ')[0]);
  const posting = words.indexOf('posting');
  if (posting >= 0) expect(words[posting - 1]).toBe('claim');
  expect(words.filter((word) => word === 'posting').length).toBeLessThanOrEqual(1);
  if (!wasPosted) return;
  expect(posting).toBeGreaterThan(0);
  expect(['accepted', 'maybe-sent', 'released']).toContain(words[posting + 1]);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { JobChange } from '../../../src/jobs/types.ts';
import { requestIdOf, type EditOutcome } from '../../../src/plan/outcome.ts';
import type { PlannedEdit } from '../../../src/plan/types.ts';
import type { JobScriptOptions } from '../../support/job-script.ts';
import { keep, makeEdit, makeFile, runPlan, type RunOptions } from '../run-plan.ts';

/** What becomes of an edit that is submitted; it is in the edit's prompt. */
const FATES = ['good', 'good', 'good', 'refused', 'lost', 'failed', 'gone', 'broke'] as const;

const HOUR = 3_600_000;

const plans = fc
  .array(
    fc.record({
      kind: fc.constantFrom('submit', 'submit', 'share', 'unchanged', 'skip'),
      fate: fc.constantFrom(...FATES),
      uncopied: fc.boolean(),
      needs: fc.array(fc.nat(20), { maxLength: 2 }),
      twin: fc.nat(20),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((wishes): readonly PlannedEdit[] => {
    const edits: PlannedEdit[] = [];
    for (const [index, { kind, fate, uncopied, needs, twin }] of wishes.entries()) {
      const id = `${index}-${uncopied ? 'uncopied' : ''}`;
      const needed = new Set(needs.flatMap((at) => edits[at]?.id ?? []));
      const facts = { prompt: `${index}-${fate}`, fingerprint: `${index}`, needs: [...needed] };
      const submits = edits.filter(({ action }) => action.kind === 'submit');
      const same = submits[twin % Math.max(1, submits.length)];
      if (kind === 'unchanged') edits.push(makeEdit(id, { ...facts, action: keep(id) }));
      else if (kind === 'skip')
        edits.push(makeEdit(id, { ...facts, action: { kind, reason: 'It is frozen.' } }));
      else if (kind === 'share' && same !== undefined)
        edits.push(makeEdit(id, { ...same, id, output: id, action: { kind, with: same.id } }));
      else edits.push(makeEdit(id, facts));
    }
    // The time of an edit must not end on a slow machine: that would be another story.
    return edits.map((edit) => ({ ...edit, timeoutMs: 100 * HOUR }));
  });

const api: JobScriptOptions = {
  stages: () => ['completed'],
  result: (prompt, id) =>
    prompt.endsWith('failed')
      ? { status: 'failed', error: 'no' }
      : { status: 'succeeded', output: { image: `https://out.example/${id}-${prompt}` } },
  fault: ({ body }, answer) => {
    if (body.includes('-refused"')) answer.json({ detail: 'no' }, 422);
    else if (body.includes('-lost"')) answer.reset();
    else if (body.includes('-broke"')) answer.json({ code: 400002, error: 'InsufficientResources' }, 400);
    else return false;
    return true;
  },
};

const options: RunOptions = {
  api,
  timeoutMs: 1000 * HOUR,
  download: async (url, output) =>
    await Promise.resolve(
      url.endsWith('gone')
        ? { ok: false, error: { kind: 'passing', code: 'download-failed', message: 'HTTP 500.' } }
        : { ok: true, value: makeFile(output) },
    ),
  copy: async (_, output) => {
    if (output.endsWith('uncopied')) throw new Error('ENOSPC');
    return await Promise.resolve(makeFile(output));
  },
};

test('whatever the plan and whatever fails: each edit ends once, and is paid for at most once', async () => {
  await fc.assert(
    fc.asyncProperty(plans, fc.integer({ min: 1, max: 4 }), async (edits, maxParallel) => {
      const run = await runPlan(edits, {
        ...options,
        maxParallel,
        makeSendable: async (edit, urls) => {
          expect([...urls.keys()].toSorted()).toEqual(edit.needs.toSorted());
          return await Promise.resolve(['https://cdn.example.com/a.jpg']);
        },
      });
      // What is made ready is not always sent: another edit may end all submits.
      const sent = run.changes.flatMap((change) =>
        change.kind === 'submitting' ? [change.edit.prompt] : [],
      );
      expect(run.posts).toBe(new Set(sent).size);
      expect(run.posts).toBe(sent.length);
      expectOneEndEach(edits, run.changes);
      expect(run.outcomes.map(({ edit }) => edit.id)).toEqual(edits.map(({ id }) => id));
      const byId = new Map(run.outcomes.map((outcome) => [outcome.edit.id, outcome]));
      for (const outcome of run.outcomes) expectFittingEnd(outcome, byId, new Set(sent));
    }),
    { numRuns: 40 },
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

function expectFittingEnd(
  outcome: EditOutcome,
  byId: ReadonlyMap<string, EditOutcome>,
  sent: ReadonlySet<string>,
): void {
  const { edit, state, files, unchangedFiles, job } = outcome;
  const sentWithoutMoney = [...sent].some((prompt) => prompt.endsWith('broke'));
  const isThere = (id: string) => ['succeeded', 'unchanged'].includes(byId.get(id)?.state ?? '');
  switch (edit.action.kind) {
    case 'unchanged':
      expect({ state, unchangedFiles }).toEqual({ state: 'unchanged', unchangedFiles: edit.action.files });
      break;
    case 'adopt':
      expect({ state, unchangedFiles }).toEqual({ state: 'adopted', unchangedFiles: edit.action.files });
      break;
    case 'aside':
      expect(state).toBe('unchanged');
      break;
    case 'skip':
      expect(state).toBe('skipped');
      break;
    case 'share': {
      const twin = byId.get(edit.action.with);
      const made = edit.id.endsWith('uncopied') ? 'failed' : 'succeeded';
      expect(state).toBe(twin?.state === 'succeeded' ? made : 'skipped');
      expect(requestIdOf(outcome)).toBe(
        state === 'skipped' || twin === undefined ? undefined : requestIdOf(twin),
      );
      break;
    }
    case 'submit':
      expect(job.kind !== 'none').toBe(sent.has(edit.prompt));
      if (sent.has(edit.prompt)) expect(edit.needs.every(isThere)).toBe(true);
      else {
        expect(state).toBe('skipped');
        // Only the lack of what it needs, or of money, keeps an edit from being sent.
        expect(edit.needs.every(isThere) && !sentWithoutMoney).toBe(false);
      }
      if (state === 'succeeded') expect(edit.prompt).toMatch(/good$/);
      break;
    case 'collect':
    case 'other-run':
    case 'hold':
      throw new Error('not planned here');
  }
  expect(files).toHaveLength(state === 'succeeded' ? 1 : 0);
}

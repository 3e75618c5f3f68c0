import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createPlanFile } from '../../../src/report/plan/create-plan-file.ts';
import { parsePlanFile, renderPlanFile } from '../../../src/report/plan/plan-file.ts';
import { samplePlans } from './sample-plans.ts';
import { reviewedEdit, samplePlan } from './sample-plan.ts';

const A_WARNING = { severity: 'warning', message: 'Warned.' } as const;

/** Of texts and lists of any length. */
const longPlans = fc
  .record({
    plan: samplePlans,
    // As long as texts of a spec of 4 MiB may be, or thereabouts.
    long: fc.integer({ min: 10_001, max: 1_000_000 }).map((length) => 'word '.repeat(length / 5)),
    many: fc.integer({ min: 1001, max: 3000 }),
  })
  .map(({ plan, long, many }) => {
    const repeat = <T>(value: T): readonly T[] => Array.from({ length: many }, () => value);
    const path = { from: 'a.jpg', to: 'b.jpg' };
    return createPlanFile({
      ...plan,
      edits: plan.edits.map((edit, index) => ({
        ...edit,
        description: long,
        prompt: long,
        options: Object.fromEntries(repeat(long.slice(0, 20)).map((value, at) => [`option-${at}`, value])),
        references: repeat({ kind: 'url', url: 'https://e.x/a.jpg' } as const),
        status:
          index % 2 === 0
            ? ({ kind: 'moved', from: 'a', isCopied: false, files: repeat(path) } as const)
            : ({ kind: 'skipped', reason: long } as const),
        changes: [
          ...repeat({ kind: 'reference-order' } as const),
          { kind: 'prompt', words: repeat({ kind: 'added', text: 'x' } as const) },
          { kind: 'prompt', words: [{ kind: 'same', text: long }] },
          { kind: 'missing-files', paths: repeat('a.jpg') },
          { kind: 'setting', name: 'a', before: long, after: long },
          { kind: 'again', what: long },
        ],
      })),
      orphaned: Array.from({ length: many * 4 }, (_, at) => ({
        id: `o${at}`,
        files: at === 0 ? repeat('a.jpg') : ['a.jpg'],
        isRemoved: false,
      })),
      problems: [...plan.problems, { severity: 'warning', message: long }, ...repeat(A_WARNING)],
    });
  });
it('is read as it was written, however long its texts and lists are', () => {
  fc.assert(
    fc.property(longPlans, (plan) => {
      const text = renderPlanFile(plan);
      const read = parsePlanFile(text, 'plan.json');
      expect(read.ok && isDeepStrictEqual(JSON.parse(JSON.stringify(plan)), read.value)).toBe(true);
    }),
    { numRuns: 10 },
  );
});

it('is not written if it would be refused for its size', () => {
  const prompt = 'x'.repeat(33 * 1024 * 1024);
  const plan = createPlanFile({
    ...samplePlan(),
    edits: [reviewedEdit('a', { prompt }), reviewedEdit('b', { prompt })],
  });
  expect(() => renderPlanFile(plan)).toThrow(
    /^the plan has 66\.0 MiB, and at most 64\.0 MiB of a plan file are read: split the spec$/,
  );
});

import { expect, it } from 'vitest';

import { globOf } from '../../src/cli/exact-glob.ts';
import type { ActionInputs } from '../../src/inputs/types.ts';
import { runStep } from '../../src/run/run-step.ts';
import { submitsOf } from '../support/stage.ts';
import { readPlanFile } from './plan/read-plan-file.ts';
import { createRunStage, specOf, type RunStage } from './run-stage.ts';

/** The spec of so many edits, of which all runs of a month may spend so much. */
function limited(count: number, usd: number): string {
  return specOf(count).replace('version: 1', `version: 1\nbudget: { per-month: ${usd} }`);
}

async function step(stage: RunStage, spec: string, changes: Partial<ActionInputs> = {}) {
  const before = submitsOf(stage.emulator.requests).length;
  await using here = await stage.world(spec);
  const { failure } = await runStep(stage.inputs(changes), here.world);
  return {
    failure,
    sent: submitsOf(stage.emulator.requests).length - before,
    annotations: here.annotations,
    plan: await readPlanFile(here.outputs['plan-file']),
    summary: here.summaries.join('\n').replaceAll('&nbsp;', ' '),
  };
}

const plan: Partial<ActionInputs> = { mode: { kind: 'plan', because: 'asked' } };

it('what is spent this month is in the lock, and over the budget nothing is sent', async () => {
  await using stage = await createRunStage();
  expect(await step(stage, limited(2, 0.1))).toMatchObject({ failure: undefined, sent: 2 });

  const planned = await step(stage, limited(4, 0.1), plan);
  expect(planned.plan?.month).toMatchObject({ limitUsd: 0.1, spentUsd: 0.06, edits: 2, unpriced: 0 });
  expect(planned.summary).toContain('**This month:** 0.06 USD of 0.10 USD spent');
  expect(planned.annotations).toMatchObject([{ severity: 'warning', at: { line: 2, column: 22 } }]);

  const over = await step(stage, limited(4, 0.1));
  expect(over).toMatchObject({ failure: expect.any(String) as string, sent: 0 });
  expect(over.annotations[0]).toMatchObject({
    severity: 'error',
    at: { file: 'edits.yml', line: 2 },
    message: expect.stringContaining('of which 0.06 USD are spent') as string,
  });
  // One more fits.
  expect(await step(stage, limited(3, 0.1))).toMatchObject({ failure: undefined, sent: 1 });
});

it('what a run adopts counts in the same run, and once however often it is adopted', async () => {
  await using stage = await createRunStage();
  const preview = (number: number, more: Partial<ActionInputs> = {}): Partial<ActionInputs> => ({
    branch: `assets-pr-${number}`,
    baseBranch: 'assets',
    ...more,
  });
  expect(await step(stage, limited(1, 0.1), preview(1))).toMatchObject({ failure: undefined, sent: 1 });
  const again = preview(2, { adoptFrom: globOf('assets-pr-1') });
  expect(await step(stage, limited(2, 0.1), again)).toMatchObject({ failure: undefined, sent: 1 });
  const publish: Partial<ActionInputs> = { adoptFrom: globOf('assets-pr-*') };

  const planned = await step(stage, limited(4, 0.1), { ...plan, ...publish });
  expect(planned.annotations).toMatchObject([
    { severity: 'warning', message: expect.stringContaining('of which 0.06 USD are spent') as string },
  ]);
  const over = await step(stage, limited(4, 0.1), publish);
  expect(over).toMatchObject({ failure: expect.any(String) as string, sent: 0 });
  // Two were adopted all the same, and one more fits.
  expect((await step(stage, limited(3, 0.1), plan)).plan?.month).toMatchObject({ spentUsd: 0.06, edits: 2 });
  expect(await step(stage, limited(3, 0.1), publish)).toMatchObject({ failure: undefined, sent: 1 });
  // The second preview has both, one of them from the first: on top of the published ones, nothing is new.
  const third = { ...plan, ...preview(2) };
  expect((await step(stage, limited(2, 0.1), third)).plan?.month).toMatchObject({ spentUsd: 0.09, edits: 3 });
});

it.each([{}, plan])('without a branch there is no lock: a clear error says so (%j)', async (mode) => {
  await using stage = await createRunStage();
  const { failure, sent, annotations } = await step(stage, limited(1, 5), { ...mode, deliver: ['artifact'] });
  expect(failure).toBeDefined();
  expect(sent).toBe(0);
  expect(annotations).toMatchObject([
    {
      severity: 'error',
      at: { line: 2 },
      message: expect.stringContaining('Set `deliver: branch`, or remove `per-month`') as string,
    },
  ]);
});

import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

import type { ActionInputs } from '../../../src/inputs/types.ts';
import type { PlanFile } from '../../../src/report/plan/types.ts';
import { runStep } from '../../../src/run/run-step.ts';
import type { StepVerdict } from '../../../src/run/end/conclude-run.ts';
import { submitsOf } from '../../support/stage.ts';
import type { WorldStage } from '../../support/world-stage.ts';
import { entryOf, putEntries } from '../ledger/put-entries.ts';
import { createRunStage, specOf, type RunStage } from '../run-stage.ts';
import { readPlanFile } from './read-plan-file.ts';

interface Planned extends Pick<WorldStage, 'outputs' | 'lines' | 'annotations' | 'summaries' | 'state'> {
  readonly verdict: StepVerdict;
  readonly plan: PlanFile | undefined;
  readonly left: readonly string[];
}

/** Plans, in a world of its own. */
async function planOf(
  stage: RunStage,
  spec: string,
  changes: Partial<ActionInputs> = {},
  prepare: (here: WorldStage) => void = () => undefined,
): Promise<Planned> {
  await using here = await stage.world(spec, '9');
  prepare(here);
  const mode = { kind: 'plan', because: 'asked' } as const;
  const verdict = await runStep(stage.inputs({ mode, ...changes }), here.world);
  const plan = await readPlanFile(here.outputs['plan-file']);
  const left = await readdir(here.world.temp, { recursive: true });
  return { ...here, verdict, plan, left };
}

async function apply(stage: RunStage, spec: string, run = '7'): Promise<void> {
  await using here = await stage.world(spec, run);
  const verdict = await runStep(stage.inputs(), here.world);
  if (verdict.failure !== undefined) throw new Error(verdict.failure);
}

describe('a run that only plans', () => {
  it('leaves nothing but the plan file, and nothing to do for the post step', async () => {
    await using stage = await createRunStage();
    const { verdict, plan, left, state, outputs } = await planOf(stage, specOf(3));
    expect(verdict).toEqual({});
    expect(outputs).toMatchObject({ outcome: 'planned', planned: '3', unchanged: '0' });
    expect(plan?.edits.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
    expect(state).toEqual({});
    expect(left.filter((name) => !/^dreamina-(?:plan-\w+(?:\/plan\.json)?|ledger-\w+)$/.test(name))).toEqual(
      [],
    );
    expect(submitsOf(stage.emulator.requests)).toEqual([]);
    expect(stage.git.requests.filter(({ path }) => path.includes('receive-pack'))).toEqual([]);
  });

  it('knows what is in flight, and what that means for the plan', async () => {
    await using stage = await createRunStage();
    const first = await planOf(stage, specOf(3));
    const prints = first.plan?.edits.map(({ fingerprint }) => fingerprint) ?? [];
    await putEntries(
      stage,
      entryOf('e1', 60_000, prints[0]).accepted,
      entryOf('e2', 60_000, prints[1]).claimed,
    );
    const { plan, outputs, annotations } = await planOf(stage, specOf(3));
    expect(plan?.edits.map(({ action }) => action)).toEqual(['collect', 'other-run', 'submit']);
    expect(outputs['planned']).toBe('1');
    expect(annotations).toEqual([]);
  });

  it('says in the log what changed in each edit, and what the submits cost', async () => {
    await using stage = await createRunStage();
    await apply(stage, specOf(2));
    const spec = specOf(3).replace('Number 2.', 'Number two.');
    const { lines } = await planOf(stage, spec);
    const log = lines.join('\n');
    expect(log).toMatch(/^e2 {2}.*\n {4}prompt: Number \[-2-\]\{\+two\+\}\.$/m);
    expect(log).toContain('unchanged: e1');
    expect(log).toContain("cost: about 0.06 USD, by the service's price");
  });

  it('needs neither the service nor its token', async () => {
    await using stage = await createRunStage();
    await apply(stage, specOf(1));
    const { verdict, outputs } = await planOf(stage, specOf(2), {
      apiToken: '',
      apiUrl: 'http://127.0.0.1:1',
    });
    expect(verdict).toEqual({});
    expect(outputs).toMatchObject({
      outcome: 'planned',
      planned: '1',
      unchanged: '1',
      'estimated-cost-usd': '0.03',
    });
  });

  it('warns of a token that the service refuses, and of a budget that is too small', async () => {
    await using stage = await createRunStage();
    const { verdict, annotations } = await planOf(stage, specOf(3), { apiToken: 'rc-mistyped', maxEdits: 2 });
    expect(verdict).toEqual({});
    const messages = annotations.map(({ severity, message }) => `${severity}: ${message}`).join('\n');
    expect(messages).toMatch(/^warning: .*UserAccountError/m);
    expect(messages).toContain(
      'warning: A run that applies this plan sends nothing: 3 edits are over the budget',
    );
  });

  it('with `max-edits: 0`, plans to send nothing', async () => {
    await using stage = await createRunStage();
    const { plan, outputs } = await planOf(stage, specOf(2), { maxEdits: 0 });
    expect(outputs).toMatchObject({ planned: '0', 'estimated-cost-usd': '0' });
    expect(plan?.edits.map(({ status }) => status.kind)).toEqual(['skipped', 'skipped']);
  });

  it('is red if a run that applies would be refused, and still shows the plan', async () => {
    await using stage = await createRunStage();
    const chain =
      specOf(1).replace('1024x1024', '6198x2656') +
      '  e2: { prompt: Upon it., images: [{ edit: e1 }], size: 1024x1024 }\n';
    const { verdict, plan, outputs, annotations } = await planOf(stage, chain);
    expect(verdict.failure).toContain('The plan has 1 error,');
    expect(outputs['outcome']).toBe('failed');
    expect(plan?.edits).toHaveLength(2);
    expect(annotations).toMatchObject([{ severity: 'error', at: { line: 4 } }]);
  });

  it.each([
    ['stopped', 'There is no plan: the step was stopped by SIGINT.'],
    ['out of time', 'There is no plan: the run (input `timeout`) was not done within 0.2 s.'],
  ])('%s: there is no plan', async (how, failure) => {
    await using stage = await createRunStage();
    const spec = `version: 1\nedits:\n  e1: { prompt: A cat., images: 'https://slow.example/a.png' }\n`;
    await using here = await stage.world(spec);
    const resolveHost = async (): Promise<readonly string[]> => {
      if (how === 'stopped') here.stop();
      return await Promise.withResolvers<readonly string[]>().promise;
    };
    const mode = { kind: 'plan', because: 'asked' } as const;
    const inputs = stage.inputs({ mode, ...(how !== 'stopped' && { timeoutMs: 200 }) });
    expect(await runStep(inputs, { ...here.world, resolveHost })).toEqual({ failure });
    expect(here.outputs).toEqual({ outcome: 'incomplete' });
    expect(here.state).toEqual({});
    expect((await readdir(here.world.temp)).filter((name) => name.startsWith('dreamina-git-'))).toEqual([]);
  });

  it.each([
    [true, 1],
    [undefined, 0],
  ])('checks how files are sent as far as the event says it: private: %s', async (isPrivate, errors) => {
    await using stage = await createRunStage();
    const { plan } = await planOf(stage, specOf(2), { references: 'url' }, (here) => {
      const event = { name: 'push', isPrivate, origin: { kind: 'own' } } as const;
      Object.assign(here.world, { readEvent: async () => await Promise.resolve(event) });
    });
    const found = plan?.problems.filter(({ message }) => message.includes('cannot be sent as a URL')) ?? [];
    expect(found.length > 0 ? 1 : 0).toBe(errors);
  });

  it('says why it only plans if the event decides it', async () => {
    await using stage = await createRunStage();
    const { lines } = await planOf(stage, specOf(1), { mode: { kind: 'plan', because: 'event' } }, (here) => {
      const event = { name: 'merge_group', isPrivate: true, origin: { kind: 'own' } } as const;
      Object.assign(here.world, { readEvent: async () => await Promise.resolve(event) });
    });
    expect(lines).toContain(
      'This run only plans, because the event is `merge_group`. With `mode: apply` it would send.',
    );
  });
});

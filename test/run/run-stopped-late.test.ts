import { expect, it } from 'vitest';

import { globOf } from '../../src/cli/exact-glob.ts';
import { rescue } from '../../src/run/rescue/rescue.ts';
import { run } from '../../src/run/run.ts';
import { withInputs } from './rescue/rescue-stage.ts';
import { createRunStage, specOf } from './run-stage.ts';
import type { WorldStage } from '../support/world-stage.ts';

/** The world of a step that is asked to stop right after its delivery. */
function stopAfterDelivery(here: WorldStage, also = (): void => undefined): WorldStage['world'] {
  const { state } = here.world;
  const save: typeof state.save = (part) => {
    state.save(part);
    if (part.isDelivered !== true) return;
    also();
    here.stop();
  };
  return { ...here.world, state: { ...state, save } };
}

it('if it is stopped between delivering and closing the ledger, it is done, and the post step says nothing', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world(specOf(2));

  expect(await run(stage.inputs(), stopAfterDelivery(here)), here.lines.join('\n')).toEqual({});

  expect(here.outputs).toMatchObject({ outcome: 'success', succeeded: '2' });
  expect((await stage.ledger()).length).toBe(0);
  expect(here.state).toMatchObject({ delivered: 'true', ended: 'true' });
  here.lines.length = 0;
  await rescue(here.world);
  expect([here.lines, here.annotations, here.summaries.length]).toEqual([[], [], 1]);
});

it('what it could no longer close, the post step closes, and delivers nothing a second time', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world(specOf(1));
  const world = stopAfterDelivery(here, () => {
    stage.git.readOnly = true;
  });

  expect(await run(stage.inputs(), world), here.lines.join('\n')).toEqual({});

  expect(here.state['ended']).toBeUndefined();
  expect((await stage.ledger()).map(({ state }) => state)).not.toEqual([]);
  stage.git.readOnly = false;
  await rescue(withInputs(here.world, stage));
  expect((await stage.ledger()).length).toBe(0);
  expect(here.lines).toContain('The pictures had been delivered by then.');
  expect(here.annotations.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('if it is stopped when everything is made and nothing is delivered, it fails; the next run delivers without paying', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world(specOf(1));
  const { log } = here.world;
  const info = (text: string): void => {
    log.info(text);
    if (/ {2}succeeded in /.test(text)) here.stop();
  };

  const end = await run(stage.inputs(), { ...here.world, log: { ...log, info } });

  expect(end.failure).toContain('stopped before its pictures were delivered');
  expect(here.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '1' });
  expect(here.state['ended']).toBeUndefined();
  await using next = await stage.world(specOf(1), '8');
  expect(await run(stage.inputs(), next.world), next.lines.join('\n')).toEqual({});
  expect(next.outputs).toMatchObject({ outcome: 'success', succeeded: '1' });
  expect(stage.emulator.ledger).toHaveLength(1);
});

it('if it is stopped before it commits what it adopts and moves, that is pending, and the next run does it', async () => {
  await using stage = await createRunStage();
  await using published = await stage.world(specOf(1));
  expect(await run(stage.inputs(), published.world), published.lines.join('\n')).toEqual({});
  await using preview = await stage.world(specOf(2), '8');
  const own = stage.inputs({ branch: 'assets-pr-1', baseBranch: 'assets' });
  expect(await run(own, preview.world), preview.lines.join('\n')).toEqual({});

  const spec = specOf(2).replace('  e1: {', '  renamed: {');
  const inputs = stage.inputs({ adoptFrom: globOf('assets-pr-*') });
  await using here = await stage.world(spec, '9');
  const { log } = here.world;
  const group: typeof log.group = async (name, work) => {
    if (name === 'Deliver') here.stop();
    return await log.group(name, work);
  };
  const end = await run(inputs, { ...here.world, log: { ...log, group } });
  expect(end.failure).toContain('The run is not complete');
  expect(here.outputs).toMatchObject({ outcome: 'incomplete', adopted: '0', unchanged: '0', pending: '2' });
  expect(here.summaries.join('\n')).toContain('the next run brings them there, at no cost');
  const messages = here.annotations.map(({ message }) => message).join('\n');
  expect(messages).toContain('not copied from branch `assets-pr-1`: the step was stopped before');
  expect(messages).toContain('not moved to their new paths: the step was stopped before');

  await using next = await stage.world(spec, '10');
  expect(await run(inputs, next.world), next.lines.join('\n')).toEqual({});
  expect(next.outputs).toMatchObject({ adopted: '1', unchanged: '1' });
  expect(stage.emulator.ledger).toHaveLength(2);
});

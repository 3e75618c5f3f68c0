import { expect, it } from 'vitest';

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

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { rescue } from '../../../src/run/rescue/rescue.ts';
import { leave, submit } from './rescue-stage.ts';
import { createRunStage } from '../run-stage.ts';

describe('the post step of a run that was killed', () => {
  it('records in the ledger what the run had no time to record, and cancels what is queued', async () => {
    await using stage = await createRunStage({ capacity: 1 });
    stage.emulator.faults.add({ on: 'job', kind: 'stuck' });
    await using here = await stage.world('');
    const running = await submit(stage, here, 'It runs.');
    const queued = await submit(stage, here, 'It queues.');
    const world = await leave(stage, here, [
      { id: 'runs', state: 'open', isPosted: true, requestId: running, isNoted: false },
      { id: 'queues', state: 'open', isPosted: true, requestId: queued },
      { id: 'no-answer', state: 'open', isPosted: true },
      { id: 'unsent', state: 'open' },
      { id: 'made', state: 'succeeded', isPosted: true, requestId: 'made-1' },
    ]);
    expect((await stage.ledger()).map(({ state }) => state)).toEqual(Array(5).fill('claimed'));

    await rescue(world);

    expect(here.lines).toContain('The step was interrupted. 1 edit of 5 had succeeded.');
    expect(here.lines).toContain(
      `runs  pending (request ${running}): the next run collects it without paying again.`,
    );
    expect(here.lines).toContain(
      `queues  cancelled while it queued, nothing is charged for it (request ${queued}).`,
    );
    expect(here.lines.join('\n')).toMatch(/^no-answer {2}unknown: it may have been sent/m);
    expect(here.lines.join('\n')).not.toMatch(/^(?:unsent|made) {2}/m);
    const entries = (await stage.ledger()).map(({ edit, state }) => [edit, state]);
    expect(entries.toSorted()).toEqual([
      ['made', 'accepted'],
      ['no-answer', 'maybe-sent'],
      ['runs', 'accepted'],
    ]);
    expect(stage.emulator.ledger.map(({ state }) => state)).toEqual(['in_progress', 'cancelled']);
    const [summary] = here.summaries;
    expect(summary).toContain('## … The step was stopped before its end');
    expect(summary).toContain('- `queues`: cancelled while it queued');
  });

  it('releases claims if nothing at all was made yet', async () => {
    await using stage = await createRunStage();
    await using here = await stage.world('');
    const world = await leave(stage, here, [{ id: 'one', state: 'open' }], false);
    await rescue(world);
    expect((await stage.ledger()).length).toBe(0);
    expect(stage.emulator.requests).toEqual([]);
  });

  it('says so if the ledger cannot be written, and does the rest', async () => {
    await using stage = await createRunStage({ capacity: 1 });
    stage.emulator.faults.add({ on: 'job', kind: 'stuck' });
    await using here = await stage.world('');
    await submit(stage, here, 'It runs.');
    const queued = await submit(stage, here, 'It queues.');
    const world = await leave(stage, here, [
      { id: 'queues', state: 'open', isPosted: true, requestId: queued },
    ]);
    stage.git.readOnly = true;
    await mkdir(path.join(here.state['folder'] ?? '', 'shots'));
    await writeFile(path.join(here.state['folder'] ?? '', 'shots', 'a.jpg'), 'a picture');

    await rescue(world);

    expect(here.lines.join('\n')).toContain(
      'The ledger of work in flight (refs/dreamina/ledger) cannot be written',
    );
    expect(stage.emulator.ledger.map(({ state }) => state)).toEqual(['in_progress', 'cancelled']);
    expect(here.annotations.at(-1)?.message).toContain('could not be uploaded');
  });

  it('only cancels jobs if no ledger is kept', async () => {
    await using stage = await createRunStage();
    await using here = await stage.world('');
    const world = await leave(stage, here, [{ id: 'runs', state: 'open', isPosted: true, requestId: 'r-1' }]);
    here.state['ledger'] = 'none';
    const asked = stage.git.requests.length;
    await rescue(world);
    expect(stage.git.requests).toHaveLength(asked);
    expect(here.lines).toContain('runs  pending (request r-1): its result stays readable by its request id.');
  });

  it.each(['half', 'a file at the path of the folder'])(
    'uses only the journal if the results file is %s',
    async (fault) => {
      await using stage = await createRunStage({ capacity: 1 });
      stage.emulator.faults.add({ on: 'job', kind: 'stuck' });
      await using here = await stage.world('');
      const running = await submit(stage, here, 'It runs.');
      const queued = await submit(stage, here, 'It queues.');
      const world = await leave(stage, here, [
        { id: 'runs', state: 'open', isPosted: true, requestId: running },
        { id: 'queues', state: 'open', isPosted: true, requestId: queued },
      ]);
      const results = path.join(here.state['folder'] ?? '', 'results.json');
      if (fault === 'half') await writeFile(results, '{"edits": [{"id": "ru');
      else here.state['folder'] = results;

      await rescue(world);

      expect(here.lines.join('\n')).toContain('The results file of the run cannot be read (');
      const entries = (await stage.ledger()).map(({ edit, state }) => [edit, state]);
      expect(entries).toEqual([['runs', 'accepted']]);
      expect(stage.emulator.ledger.map(({ state }) => state)).toEqual(['in_progress', 'cancelled']);
      expect(here.summaries.join('')).toContain('The results file of the run cannot be read');
    },
  );

  it('uploads what is there even if the inputs can no longer be read', async () => {
    await using stage = await createRunStage();
    await using here = await stage.world('');
    const world = await leave(stage, here, [{ id: 'one', state: 'open' }]);
    const actions = { ...world.actions, getInput: () => '' };
    await rescue({ ...world, actions });
    expect(here.lines.join('\n')).toMatch(/Cannot record or cancel what is in flight: Input `.*[^.]\.$/m);
    expect(here.summaries).toHaveLength(1);
  });

  it.each([{}, { folder: '/nowhere', ended: 'true' }])('does nothing after %j', async (state) => {
    await using stage = await createRunStage();
    await using here = await stage.world('');
    Object.assign(here.state, state);
    await rescue(here.world);
    expect([here.lines, here.summaries]).toEqual([[], []]);
  });
});

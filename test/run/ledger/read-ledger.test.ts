import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';

import type { ActionInputs } from '../../../src/inputs/types.ts';
import { lookAtWork } from '../../../src/run/ledger/look-at-work.ts';
import { readLedger } from '../../../src/run/ledger/read-ledger.ts';
import { runGit } from '../../support/bare-repository.ts';
import { createRunStage, type RunStage } from '../run-stage.ts';
import { DAY_MS, entryOf, put, putEntries } from './put-entries.ts';

const { signal } = new AbortController();

async function refsOf({ repository }: RunStage): Promise<string> {
  return (await runGit(repository, ['for-each-ref'])).toString();
}

describe('a ledger that is only read', () => {
  it('shows what is in flight, asks for nothing to be written, and leaves nothing on this machine', async () => {
    await using stage = await createRunStage();
    await using here = await stage.world('');
    stage.git.readOnly = true;
    await putEntries(stage, entryOf('e1', 60_000).accepted);
    const before = await refsOf(stage);
    {
      await using view = await readLedger(stage.inputs(), here.world, signal);
      expect(view.found.ok && [...view.found.value.ledger.values()].flat()).toMatchObject([
        { edit: 'e1', state: 'accepted', requestId: 'job-e1' },
      ]);
      await putEntries(stage, entryOf('e1', 60_000).accepted, entryOf('e2', 60_000).claimed);
      expect([...((await view.readAgain()) ?? []).values()].flat()).toHaveLength(2);
    }
    expect(before).not.toBe('');
    expect(stage.git.requests.filter(({ path }) => path.includes('receive-pack'))).toEqual([]);
    expect(here.state).toEqual({});
    const left = await readdir(here.world.temp, { recursive: true });
    expect(left.filter((name) => name.includes('journal') || name.includes('.git'))).toEqual([]);
  });

  it('leaves out what is too old, by the clock of a server', async () => {
    await using stage = await createRunStage();
    await using here = await stage.world('');
    await putEntries(stage, entryOf('old', 40 * DAY_MS).accepted, entryOf('new', DAY_MS).accepted);
    await using view = await readLedger(stage.inputs(), here.world, signal);
    if (!view.found.ok) throw new Error(view.found.error.message);
    expect(view.found.value.pruned.map(({ edit }) => edit)).toEqual(['old']);
    expect([...view.found.value.ledger.values()].flat().map(({ edit }) => edit)).toEqual(['new']);
  });

  it('judges by the clock of a server also when the clock of this machine is set meanwhile', async () => {
    await using stage = await createRunStage();
    await using here = await stage.world('');
    await putEntries(stage, entryOf('new', DAY_MS).claimed);
    let aheadMs = -40 * DAY_MS;
    const clock = { ...here.world.clock, now: () => here.world.clock.now() + aheadMs };
    const startedMs = clock.monotonicMs();
    await using view = await readLedger(stage.inputs(), { ...here.world, clock }, signal);
    aheadMs = 0;
    expect([...((await view.readAgain()) ?? []).values()].flat()).toHaveLength(1);
    const { localMs, serverMs } = view.readTimes();
    expect(Math.abs((serverMs ?? 0) - localMs)).toBeLessThan(60_000);
    // Nothing was delivered since this run began.
    const work = await lookAtWork(view, startedMs, stage.inputs(), { ...here.world, clock }, signal);
    expect(work.judged.size).toBe(1);
  });

  it.each([-DAY_MS, 0, DAY_MS])(
    'takes what another run delivered after this one began, though the clock was set by %i ms meanwhile',
    async (stepMs) => {
      await using stage = await createRunStage();
      await using here = await stage.world('');
      const { accepted } = entryOf('one', 10_000);
      await putEntries(stage, {
        ...accepted,
        destination: 'branch other',
        state: 'delivered',
        deliveredAtMs: Date.now() - 5000,
      });
      // This run began 8 s ago, by a clock that was wrong then.
      const clock = { ...here.world.clock, now: () => here.world.clock.now() + aheadMs };
      let aheadMs = -stepMs;
      const startedMs = clock.monotonicMs() - 8000;
      aheadMs += stepMs;
      await using view = await readLedger(stage.inputs(), { ...here.world, clock }, signal);
      const work = await lookAtWork(view, startedMs, stage.inputs(), { ...here.world, clock }, signal);
      expect(work.inFlight?.deliveredSince.size).toBe(1);
    },
  );

  it('says why it cannot be read', async () => {
    await using stage = await createRunStage();
    await using here = await stage.world('');
    await put(stage, '{"version":1,"entr');
    await using view = await readLedger(stage.inputs(), here.world, signal);
    expect(view.found).toMatchObject({ ok: false, error: { kind: 'damaged' } });
    expect(await view.readAgain()).toBeUndefined();
  });

  it.each<[Partial<ActionInputs>, boolean]>([
    [{ ledger: 'auto' }, true],
    [{ ledger: 'auto', githubToken: 'ghs_another' }, false],
    [{ ledger: 'auto', githubToken: '' }, false],
    [{ ledger: 'cache' }, false],
    [{ ledger: 'none', githubToken: '' }, true],
  ])('%j: known: %s', async (inputs, isKnown) => {
    await using stage = await createRunStage();
    await using here = await stage.world('');
    await using view = await readLedger(stage.inputs(inputs), here.world, signal);
    expect(view.found.ok).toBe(isKnown);
  });
});

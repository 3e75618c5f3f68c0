import { chmod, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { run } from '../../src/run/run.ts';
import { createRunStage, specOf, type RunStage } from './run-stage.ts';
import { readBranch } from '../support/bare-repository.ts';
import type { WorldStage } from '../support/world-stage.ts';

function submits({ emulator }: RunStage): number {
  return emulator.requests.filter(({ method, path }) => method === 'POST' && path.includes('/models/'))
    .length;
}

function pushes({ git }: RunStage): number {
  return git.requests.filter(({ method, path }) => method === 'POST' && path.includes('receive-pack')).length;
}

/** Stops the step once a job of it is seen in the queue. */
function stopAtQueued(here: WorldStage): WorldStage['world'] {
  const { log } = here.world;
  const info = (text: string): void => {
    if (/^e\d {2}queued/.test(text)) here.stop();
    log.info(text);
  };
  return { ...here.world, log: { ...log, info } };
}

describe('a run with a ledger in git', () => {
  it('claims before it sends, closes what it delivered, and asks git little', async () => {
    await using stage = await createRunStage();
    await using here = await stage.world(specOf(3));

    const end = await run(stage.inputs(), here.world);

    expect(end, here.lines.join('\n')).toEqual({});
    expect(here.outputs).toMatchObject({ outcome: 'success', succeeded: '3' });
    expect(submits(stage)).toBe(3);
    expect((await stage.ledger()).length).toBe(0);
    expect([...(await readBranch(stage.repository)).keys()]).toContain('e3.jpg');
    // The claims, the branch, and that everything is closed.
    expect(pushes(stage)).toBe(3);

    await using again = await stage.world(specOf(3), '8');
    const asked = stage.git.requests.length;
    expect(await run(stage.inputs(), again.world)).toEqual({});
    const commands = stage.git.requests.slice(asked).filter(({ path }) => path.includes('/info/refs'));
    expect(again.outputs['outcome']).toBe('unchanged');
    // The branch and its lock file: what was delivered is not in flight.
    expect(commands).toHaveLength(2);
    expect(pushes(stage)).toBe(3);
  });

  it('keeps what it could not deliver, and the next run delivers it without paying again', async () => {
    await using stage = await createRunStage();
    const hook = path.join(stage.repository, 'hooks', 'update');
    await writeFile(
      hook,
      '#!/bin/sh\ncase "$1" in refs/heads/*) echo "protected branch" >&2; exit 1;; esac\n',
    );
    await chmod(hook, 0o755);
    await using here = await stage.world(specOf(2));

    const end = await run(stage.inputs(), here.world);

    expect(end.failure).toContain('protected branch');
    expect((await stage.ledger()).map(({ state }) => state)).toEqual(['accepted', 'accepted']);

    await rm(hook);
    await using next = await stage.world(specOf(2), '8');
    expect(await run(stage.inputs(), next.world), next.lines.join('\n')).toEqual({});
    expect(next.outputs).toMatchObject({ outcome: 'success', succeeded: '2' });
    expect(submits(stage)).toBe(2);
    expect((await stage.ledger()).length).toBe(0);
    expect([...(await readBranch(stage.repository)).keys()]).toContain('e2.jpg');
  });

  it('flushes the ledger first when it is stopped, and cancels what is queued', async () => {
    await using stage = await createRunStage({ capacity: 1 });
    stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 3000 });
    await using here = await stage.world(specOf(2));
    const world = stopAtQueued(here);

    await run(stage.inputs({ maxParallel: 2 }), world);

    expect(here.outputs).toMatchObject({ outcome: 'incomplete' });
    const cancels = stage.emulator.requests.filter(({ path }) => path.endsWith('/cancel'));
    expect(cancels, here.lines.join('\n')).toHaveLength(1);
    // Usually it is; if the machine is slow, it may be running already.
    const takenBack = stage.emulator.ledger.filter(({ state }) => state === 'cancelled').length;
    const entries = (await stage.ledger()).map(({ state }) => state);
    expect(entries).toEqual(Array(2 - takenBack).fill('accepted'));

    await using next = await stage.world(specOf(2), '8');
    expect(await run(stage.inputs(), next.world), next.lines.join('\n')).toEqual({});
    // One that was cancelled is sent again, one that ran on is not.
    expect(submits(stage)).toBe(2 + takenBack);
    expect(next.outputs).toMatchObject({ outcome: 'success', succeeded: '2' });
    expect((await stage.ledger()).length).toBe(0);
  });

  it('is not held up by a store that is out of reach when it is stopped', async () => {
    await using stage = await createRunStage({ capacity: 1 });
    stage.emulator.faults.add({ on: 'job', kind: 'stuck' });
    await using here = await stage.world(specOf(2));
    const world = stopAtQueued(here);
    here.world.stop.addEventListener('abort', () => {
      stage.git.faults.push({ match: /./, times: Infinity, kind: 'hang' });
    });

    await run(stage.inputs({ maxParallel: 2 }), world);

    expect(stage.emulator.ledger.map(({ state }) => state)).toEqual(['in_progress', 'cancelled']);
    expect(here.summaries.at(-1)).toContain('The ledger of work in flight');
    // The post step records what the store lacks.
    expect(here.state['ended']).toBeUndefined();
    stage.git.faults.length = 0;
    expect((await stage.ledger()).map(({ state }) => state)).toEqual(['claimed', 'claimed']);
  });

  it('does not send an unknown edit again without consent', async () => {
    await using stage = await createRunStage();
    stage.emulator.faults.add({ on: 'submit', kind: 'reset', accepted: true, match: 'Number 1.', times: 1 });
    await using here = await stage.world(specOf(2));
    await run(stage.inputs(), here.world);
    expect(here.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '1', pending: '1' });

    await using next = await stage.world(specOf(2), '8');
    await run(stage.inputs(), next.world);
    expect(submits(stage)).toBe(2);
    expect(next.outputs).toMatchObject({ outcome: 'incomplete', pending: '1', unchanged: '1' });

    await using third = await stage.world(specOf(2), '9');
    expect(await run(stage.inputs({ onUnknown: 'resubmit' }), third.world)).toEqual({});
    expect(submits(stage)).toBe(3);
    expect((await stage.ledger()).length).toBe(0);
  });

  it('does not pay again for a job that was charged and named no output, and finds it once it does', async () => {
    await using stage = await createRunStage();
    stage.emulator.faults.add({ on: 'result', kind: 'no-output', status: 'succeeded' });
    await using here = await stage.world(specOf(1));
    await run(stage.inputs(), here.world);
    expect(here.outputs).toMatchObject({ outcome: 'failed', failed: '1' });
    expect(here.lines.join('\n')).toContain('names no output');

    stage.emulator.faults.clear();
    await using next = await stage.world(specOf(1), '8');
    expect(await run(stage.inputs(), next.world), next.lines.join('\n')).toEqual({});
    expect(next.outputs).toMatchObject({ succeeded: '1' });
    expect(submits(stage)).toBe(1);
    expect((await stage.ledger()).length).toBe(0);
  });

  it('shares the work with a run at the same time: one submit for each edit', async () => {
    await using stage = await createRunStage({ serviceMs: 1500 });
    await using one = await stage.world(specOf(3), '7');
    await using two = await stage.world(specOf(3), '8');

    const ends = await Promise.all([run(stage.inputs(), one.world), run(stage.inputs(), two.world)]);

    expect(ends, [...one.lines, '---', ...two.lines].join('\n')).toEqual([{}, {}]);
    expect(submits(stage)).toBe(3);
    expect((await stage.ledger()).length).toBe(0);
  });
});

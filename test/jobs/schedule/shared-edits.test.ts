import { describe, expect, test } from 'vitest';

import type { SentPicture } from '../../../src/media/data-picture.ts';
import { succeeded } from '../../support/job-script.ts';
import { makeEdit, makeFile, runPlan } from '../run-plan.ts';

const twin = (id: string, facts: Parameters<typeof makeEdit>[1] = {}) =>
  makeEdit(id, { action: { kind: 'share', with: 'hero' }, ...facts });

const several = {
  result: () => succeeded('https://o.example/a', 'https://o.example/b'),
  stages: () => ['completed'],
};

test('two edits that are the same: one submit, and files for both', async () => {
  const copied: string[] = [];
  const { outcomes, changes, lines, posts } = await runPlan([makeEdit('hero'), twin('same')], {
    api: { ...several },
    copy: async (file, output) => {
      copied.push(`${file.path} to ${output}`);
      return await Promise.resolve(makeFile(output));
    },
  });
  const [hero, same] = outcomes;
  expect(posts).toBe(1);
  expect(copied).toEqual(['hero-1.png to same-1', 'hero-2.png to same-2']);
  expect(hero).toMatchObject({ state: 'succeeded', job: { requestId: 'req-1' }, costUsd: 0.06 });
  expect(same).toEqual({
    edit: twin('same'),
    state: 'succeeded',
    job: hero?.job,
    outputUrls: ['https://o.example/a', 'https://o.example/b'],
    files: [makeFile('same-1'), makeFile('same-2')],
    unchangedFiles: [],
    costUsd: 0,
    timings: { totalMs: expect.any(Number) as number },
    warnings: [],
  });
  expect(changes.filter(({ kind }) => kind === 'ended')).toHaveLength(2);
  expect(lines.at(-1)).toMatch(/^same {2}succeeded in .*, 2 pictures, 2048x2048, the same as hero$/);
});

test('the paths of other edits are left out where the copies are numbered', async () => {
  const { outcomes } = await runPlan(
    [makeEdit('hero'), twin('same', { output: 'x' }), makeEdit('y', { output: 'X-1' })],
    { api: several },
  );
  expect(outcomes[1]?.files.map(({ path }) => path)).toEqual(['x-2.png', 'x-3.png']);
});

test('what uses the output of a twin is given the address of the one request', async () => {
  const given: SentPicture[][] = [];
  const { states } = await runPlan([makeEdit('hero'), twin('same'), makeEdit('next', { needs: ['same'] })], {
    makeSendable: async ({ id }, urls) => {
      given.push([id, ...urls.values()]);
      return await Promise.resolve(['https://cdn.example.com/a.jpg']);
    },
  });
  expect(states).toEqual({ hero: 'succeeded', same: 'succeeded', next: 'succeeded' });
  expect(given).toEqual([['hero'], ['next', 'https://out.example/req-1.png']]);
});

test('its twin failed: it is skipped, and so is what uses it', async () => {
  const { outcomes, posts } = await runPlan(
    [makeEdit('hero'), twin('same'), makeEdit('next', { needs: ['same'] })],
    { api: { result: () => ({ status: 'failed', error: 'no' }) } },
  );
  expect(outcomes.map(({ state, error }) => `${state} ${error?.code ?? ''}`)).toEqual([
    'failed job-failed',
    'skipped shared-edit-not-made',
    'skipped needs-not-met',
  ]);
  expect(outcomes[1]?.error?.message).toBe('Its picture is that of hero, which ended as failed.');
  expect(outcomes[1]).toMatchObject({ job: { kind: 'none' } });
  expect(posts).toBe(1);
});

test('a copy that fails: the message says where the picture is, and the files that were copied count', async () => {
  const { outcomes, posts } = await runPlan([makeEdit('hero'), twin('same')], {
    api: several,
    copy: async (_, output) => {
      if (output === 'same-2') throw new Error('ENOSPC: no space left on device');
      return await Promise.resolve(makeFile(output));
    },
  });
  expect(outcomes[1]).toMatchObject({
    state: 'failed',
    job: { kind: 'open', requestId: 'req-1' },
    costUsd: 0,
    files: [makeFile('same-1')],
    error: {
      code: 'copy-failed',
      message:
        'Its picture is that of hero, which is paid for (request req-1), but could not be copied from there: ENOSPC: no space left on device.',
    },
  });
  expect(posts).toBe(1);
});

describe('nothing more may be submitted', () => {
  test('as there is no balance: a copy costs nothing, and is made', async () => {
    const { states, posts } = await runPlan([makeEdit('hero'), makeEdit('broke'), twin('same')], {
      maxParallel: 2,
      api: {
        stages: () => ['in_queue', 'in_progress', 'in_progress', 'completed'],
        fault: ({ body }, answer) => {
          if (!body.includes('"prompt":"broke"')) return false;
          answer.json({ code: 400002, error: 'InsufficientResources' }, 400);
          return true;
        },
      },
    });
    expect(states).toEqual({ hero: 'succeeded', broke: 'failed', same: 'succeeded' });
    expect(posts).toBe(2);
  });

  test('as the step is being stopped: no more copies are begun', async () => {
    const stop = new AbortController();
    const copied: string[] = [];
    const { outcomes } = await runPlan([makeEdit('hero'), twin('same')], {
      stop: stop.signal,
      onChange: (change) => {
        if (change.kind === 'ended') stop.abort(new Error('The step is being stopped'));
      },
      copy: async (_, output) => {
        copied.push(output);
        return await Promise.resolve(makeFile(output));
      },
    });
    expect(outcomes[1]).toMatchObject({ state: 'skipped', error: { code: 'interrupted' } });
    expect(outcomes[1]?.error?.message).toBe(
      'Its picture was not copied from hero: The step is being stopped. Run again to have it.',
    );
    expect(copied).toEqual([]);
  });
});

test('500 twins of one edit: at most eight copies at once, all of them made', async () => {
  const edits = [makeEdit('hero'), ...Array.from({ length: 500 }, (_, index) => twin(`same-${index}`))];
  let copying = 0;
  let most = 0;
  const { outcomes, posts } = await runPlan(edits, {
    maxParallel: 1,
    copy: async (_, output) => {
      most = Math.max(most, (copying += 1));
      await new Promise(setImmediate);
      copying -= 1;
      return makeFile(output);
    },
  });
  expect(outcomes.every(({ state }) => state === 'succeeded')).toBe(true);
  expect(posts).toBe(1);
  expect(most).toBe(8);
});

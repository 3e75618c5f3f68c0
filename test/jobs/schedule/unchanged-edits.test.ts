import { expect, test } from 'vitest';

import type { SentPicture } from '../../../src/media/data-picture.ts';
import { keep, makeEdit, makeMedia, runPlan } from '../run-plan.ts';

const unchanged = (id: string) => makeEdit(id, { action: keep(id) });

test('an unchanged edit ends with what is kept: nothing is sent, copied or logged', async () => {
  const { outcomes, changes, lines, requests } = await runPlan([unchanged('hero')], {
    copy: () => Promise.reject(new Error('nothing is to be copied')),
  });
  expect(outcomes).toEqual([
    {
      edit: unchanged('hero'),
      state: 'unchanged',
      outputUrls: [],
      files: [],
      job: { kind: 'delivered', requestId: 'req-of-hero' },
      unchangedFiles: [makeMedia('hero')],
      timings: {},
      warnings: [],
    },
  ]);
  expect(changes.map(({ kind }) => kind)).toEqual(['ended']);
  expect(requests).toEqual([]);
  expect(lines).toEqual([]);
});

test('1,000 unchanged edits: no request, no line, and they are there before the first submit', async () => {
  const edits = Array.from({ length: 1000 }, (_, index) => unchanged(`edit-${index}`));
  const { outcomes, changes, lines, posts } = await runPlan([makeEdit('new'), ...edits], { maxParallel: 1 });
  expect(outcomes.filter(({ state }) => state === 'unchanged')).toHaveLength(1000);
  expect(outcomes[0]).toMatchObject({ edit: { id: 'new' }, state: 'succeeded' });
  expect(posts).toBe(1);
  expect(changes.findIndex(({ kind }) => kind === 'submitting')).toBe(1000);
  expect(lines.filter((line) => !line.startsWith('new  ') && !line.startsWith('progress: '))).toEqual([]);
});

test('the time is up before anything began: what is unchanged is so all the same', async () => {
  const { states, posts } = await runPlan([unchanged('hero'), makeEdit('new')], {
    stop: AbortSignal.abort(new Error('The step is being stopped')),
  });
  expect(states).toEqual({ hero: 'unchanged', new: 'skipped' });
  expect(posts).toBe(0);
});

test('an edit that uses unchanged ones is given their outputs, and room in memory for them', async () => {
  const asked: string[] = [];
  const counted: string[][] = [];
  const given: Record<string, SentPicture>[] = [];
  const { states } = await runPlan(
    [
      unchanged('cutout'),
      makeEdit('other'),
      makeEdit('hero', { needs: ['cutout', 'other'] }),
      makeEdit('plain', { needs: ['other'] }),
    ],
    {
      unchangedOutput: async ({ id }) => {
        asked.push(id);
        return await Promise.resolve({ ok: true, value: 'data:image/png;base64,QUJD' });
      },
      uploadBytes: ({ id }, unchanged) => {
        if (unchanged.length > 0) counted.push([id, ...unchanged.map((edit) => edit.id)]);
        return 0;
      },
      makeSendable: async ({ id }, urls) => {
        if (id === 'hero') given.push(Object.fromEntries(urls));
        return await Promise.resolve(['https://cdn.example.com/a.jpg']);
      },
    },
  );
  expect(states).toEqual({ cutout: 'unchanged', other: 'succeeded', hero: 'succeeded', plain: 'succeeded' });
  expect(asked).toEqual(['cutout']);
  expect(counted).toEqual([['hero', 'cutout']]);
  expect(given).toEqual([{ cutout: 'data:image/png;base64,QUJD', other: 'https://out.example/req-1.png' }]);
});

test.each<[string, () => Promise<{ ok: false; error: string }>]>([
  ['cannot be had', async () => await Promise.resolve({ ok: false, error: 'The branch is gone.' })],
  ['breaks', async () => await Promise.reject(new Error('The branch is gone.'))],
])(
  'the output of an unchanged edit %s: what uses it fails before it is sent, the rest goes on',
  async (_, unchangedOutput) => {
    const edits = [unchanged('cutout'), makeEdit('hero', { needs: ['cutout'] }), makeEdit('rest')];
    const { outcomes, posts } = await runPlan(edits, { unchangedOutput });
    expect(outcomes.map(({ state }) => state)).toEqual(['unchanged', 'failed', 'succeeded']);
    expect(outcomes[1]?.error).toEqual({ code: 'reference-unusable', message: 'The branch is gone.' });
    expect(outcomes[1]?.job).toEqual({ kind: 'none' });
    expect(posts).toBe(1);
  },
);

test('the step is stopped while an output is fetched: what uses it was not sent, and did not fail', async () => {
  const stop = new AbortController();
  const { outcomes, posts } = await runPlan([unchanged('cutout'), makeEdit('hero', { needs: ['cutout'] })], {
    stop: stop.signal,
    unchangedOutput: async (_, signal) => {
      stop.abort(new Error('The step is being stopped'));
      signal.throwIfAborted();
      return await Promise.resolve({ ok: true, value: '' });
    },
  });
  expect(outcomes[1]).toMatchObject({ state: 'skipped', error: { code: 'interrupted' } });
  expect(posts).toBe(0);
});

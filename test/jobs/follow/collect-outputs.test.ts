import { describe, expect, test } from 'vitest';

import type { DownloadedFile } from '../../../src/download/types.ts';
import { checkFiles } from '../../../src/jobs/follow/check-files.ts';
import { numberOutputs } from '../../../src/plan/outputs.ts';
import { succeeded } from '../../support/job-script.ts';
import { makeEdit, makeFile, runPlan } from '../run-plan.ts';

describe('paths of several pictures', () => {
  test.each([
    ['one', 1, [], ['hero']],
    ['several', 3, [], ['hero-1', 'hero-2', 'hero-3']],
    ['another edit has one of the paths', 3, ['hero-2'], ['hero-1', 'hero-3', 'hero-4']],
  ])('%s', (_, count, taken, expected) => {
    expect(numberOutputs('hero', count, new Set(taken))).toEqual(expected);
  });

  test('letter case does not distinguish paths', () => {
    expect(numberOutputs('Hero', 2, new Set(['hero-1']))).toEqual(['Hero-2', 'Hero-3']);
  });
});

test('several pictures are numbered past the paths of other edits, and the surplus is worth a note', async () => {
  const { outcomes, lines } = await runPlan([makeEdit('hero'), makeEdit('x', { output: 'hero-1' })], {
    api: {
      result: (prompt, id) =>
        prompt === 'hero'
          ? succeeded(`https://o.example/${id}a`, `https://o.example/${id}b`)
          : succeeded('https://o.example/x'),
    },
  });
  expect(outcomes[0]?.files.map(({ path }) => path)).toEqual(['hero-2.png', 'hero-3.png']);
  expect(outcomes[1]?.files.map(({ path }) => path)).toEqual(['hero-1.png']);
  expect(outcomes[0]?.warnings).toEqual([
    'The service made 2 pictures, although one was asked for (`force-single`).',
  ]);
  expect(lines.join('\n')).toContain('hero  note: The service made 2 pictures');
});

test('an edit that `only` leaves out keeps its path: the same pictures get the same paths in every run', async () => {
  const { outcomes } = await runPlan([makeEdit('hero')], {
    otherOutputs: ['hero-1'],
    api: { result: () => succeeded('https://o.example/a', 'https://o.example/b') },
  });
  expect(outcomes[0]?.files.map(({ path }) => path)).toEqual(['hero-2.png', 'hero-3.png']);
});

describe('story 7: an output has vanished', () => {
  test('the result is read once more, and its fresh addresses serve', async () => {
    let reads = 0;
    const tried: string[] = [];
    const { outcomes } = await runPlan([makeEdit('hero')], {
      api: {
        stages: () => ['completed'],
        fault: ({ path }, answer) => {
          if (!path.includes('/result')) return false;
          reads += 1;
          answer.json(succeeded(`https://out.example/${reads}/a.png`, `https://out.example/${reads}/b.png`));
          return true;
        },
      },
      download: async (url, output) => {
        tried.push(url);
        if (url === 'https://out.example/1/b.png')
          return await Promise.resolve({
            ok: false,
            error: { kind: 'vanished', code: 'output-vanished', message: 'HTTP 404.' },
          });
        return await Promise.resolve({ ok: true, value: makeFile(output) });
      },
    });
    expect(tried.map((url) => url.slice(-7))).toEqual(['1/a.png', '1/b.png', '2/b.png']);
    expect(outcomes).toMatchObject([
      { state: 'succeeded', outputUrls: ['https://out.example/2/a.png', 'https://out.example/2/b.png'] },
    ]);
  });

  test('gone for good: tried twice, then it says so, with the id of what was paid for', async () => {
    let tries = 0;
    const { outcomes } = await runPlan([makeEdit('hero')], {
      download: async () => {
        tries += 1;
        return await Promise.resolve({
          ok: false,
          error: { kind: 'vanished', code: 'output-vanished', message: 'HTTP 404.' },
        });
      },
    });
    expect(tries).toBe(2);
    expect(outcomes).toMatchObject([
      { state: 'failed', job: { requestId: 'req-1' }, costUsd: 0.03, files: [] },
    ]);
    expect(outcomes[0]?.error?.code).toBe('output-vanished');
    expect(outcomes[0]?.error?.message).toMatch(
      /^HTTP 404\. The picture is paid for; the result stays readable at http:.*\/req-1\/result\. It counts as paid for: the next run looks for it again, and does not pay again\.$/,
    );
  });
});

test('another size than asked for is worth a note; a video has none', () => {
  const edit = makeEdit('hero', { forceSingle: false });
  const small = { ...makeFile('hero-1'), width: 1024 };
  const video: DownloadedFile = {
    path: 'a.mp4',
    absolutePath: '/a.mp4',
    sha256: 'ab',
    bytes: 1,
    type: 'video/mp4',
  };
  expect(checkFiles(edit, [makeFile('hero'), small, video])).toEqual([
    'hero-1.png is 1024x2048, though 2048x2048 was asked for.',
  ]);
});

test('one of several pictures that cannot be had: the others are delivered, the edit has failed and says so', async () => {
  const { outcomes } = await runPlan([makeEdit('hero')], {
    api: { result: () => succeeded('https://o.example/a', 'https://o.example/b', 'https://o.example/c') },
    download: async (url, output) =>
      await Promise.resolve(
        url.endsWith('b')
          ? { ok: false, error: { kind: 'passing', code: 'download-failed', message: 'HTTP 500.' } }
          : { ok: true, value: makeFile(output) },
      ),
  });
  expect(outcomes[0]).toMatchObject({ state: 'failed', error: { code: 'download-failed' } });
  expect(outcomes[0]?.files.map(({ path }) => path)).toEqual(['hero-1.png', 'hero-3.png']);
  expect(outcomes[0]?.error?.message).toMatch(
    /^HTTP 500\. The picture is paid for; .* 2 of 3 pictures downloaded\. The next run fetches it without paying again\.$/,
  );
});

test('the time of the run ends the third download: the two pictures that came are kept', async () => {
  const { outcomes } = await runPlan([makeEdit('hero')], {
    timeoutMs: 20_000,
    api: { result: () => succeeded('https://o.example/a', 'https://o.example/b', 'https://o.example/c') },
    download: async (url, output, signal) => {
      if (!url.endsWith('c')) return { ok: true, value: makeFile(output) };
      const { promise, resolve } = Promise.withResolvers<undefined>();
      signal.addEventListener('abort', () => {
        resolve(undefined);
      });
      await promise;
      return { ok: false, error: { kind: 'passing', code: 'download-failed', message: 'It was stopped.' } };
    },
  });
  expect(outcomes[0]).toMatchObject({
    state: 'pending',
    job: { requestId: 'req-1' },
    error: { code: 'deadline' },
  });
  expect(outcomes[0]?.files.map(({ path }) => path)).toEqual(['hero-1.png', 'hero-2.png']);
  expect(outcomes[0]?.outputUrls).toHaveLength(3);
  expect(outcomes[0]?.error?.message).toContain('2 of 3 pictures downloaded.');
});

test('an edit that uses the output of one with a missing picture is not sent', async () => {
  const { states, posts } = await runPlan([makeEdit('hero'), makeEdit('next', { needs: ['hero'] })], {
    api: { result: () => succeeded('https://o.example/a', 'https://o.example/b') },
    download: async (url, output) =>
      await Promise.resolve(
        url.endsWith('b')
          ? { ok: false, error: { kind: 'passing', code: 'download-failed', message: 'HTTP 500.' } }
          : { ok: true, value: makeFile(output) },
      ),
  });
  expect(states).toEqual({ hero: 'failed', next: 'skipped' });
  expect(posts).toBe(1);
});

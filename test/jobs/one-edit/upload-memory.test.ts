import { expect, test } from 'vitest';

import { createUploadMemory } from '../../../src/jobs/one-edit/upload-memory.ts';
import { makeSendable } from '../../../src/references/make-sendable.ts';
import type { ReferenceForms } from '../../../src/references/types.ts';
import { uploadBytes } from '../../../src/references/make-sendable.ts';
import { noAbort } from '../../queue/client-deps.ts';
import { makeEdit, runPlan } from '../run-plan.ts';

const nextTurns = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test('what fits goes together, what does not waits in line, what is too large goes alone, and no bytes wait for nothing', async () => {
  const memory = createUploadMemory(10);
  const going: string[] = [];
  const ends = new Map<string, () => void>();
  const use = (name: string, bytes: number): Promise<string | undefined> =>
    memory.use(bytes, noAbort(), async () => {
      going.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      return name;
    });
  const all = [use('a', 4), use('b', 6), use('huge', 99), use('c', 1), use('by URL', 0)];
  await nextTurns();
  expect(going).toEqual(['a', 'b', 'by URL']);
  ends.get('a')?.();
  await nextTurns();
  expect(going).toEqual(['a', 'b', 'by URL']);
  ends.get('b')?.();
  await nextTurns();
  expect(going).toEqual(['a', 'b', 'by URL', 'huge']);
  ends.get('huge')?.();
  await nextTurns();
  ends.get('c')?.();
  ends.get('by URL')?.();
  expect(await Promise.all(all)).toEqual(['a', 'b', 'huge', 'c', 'by URL']);
});

test('only what has to wait for room says so', async () => {
  const memory = createUploadMemory(10);
  const waited: string[] = [];
  const use = async (name: string, bytes: number): Promise<void> => {
    await memory.use(bytes, noAbort(), nextTurns, () => void waited.push(name));
  };
  await Promise.all([use('a', 9), use('b', 9), use('by URL', 0), use('c', 1)]);
  await use('later', 9);
  expect(waited).toEqual(['b', 'c']);
});

test('work that throws gives its room back', async () => {
  const memory = createUploadMemory(10);
  const failing = memory.use(10, noAbort(), async () => await Promise.reject(new Error('no')));
  await expect(failing).rejects.toThrow('no');
  expect(await memory.use(10, noAbort(), async () => await Promise.resolve('yes'))).toBe('yes');
});

test('those in line are let go when their signal is aborted', async () => {
  const memory = createUploadMemory(10);
  const stop = new AbortController();
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const first = memory.use(10, noAbort(), async () => {
    await promise;
  });
  const waiting = memory.use(10, stop.signal, async () => await Promise.resolve('went'));
  const behind = memory.use(10, noAbort(), async () => await Promise.resolve('went'));
  stop.abort();
  expect(await waiting).toBeUndefined();
  resolve(undefined);
  await first;
  expect(await behind).toBe('went');
});

test('large pictures are made sendable one after the other, and all are submitted', async () => {
  let inMemory = 0;
  let most = 0;
  const { outcomes } = await runPlan(
    Array.from({ length: 6 }, (_, index) => makeEdit(`edit-${index}`)),
    {
      uploadBytes: () => 12 * 1024 * 1024,
      makeSendable: async () => {
        most = Math.max(most, (inMemory += 1));
        return await Promise.resolve(['https://cdn.example.com/a.jpg']);
      },
      onChange: ({ kind }) => {
        if (kind === 'submitted') inMemory -= 1;
      },
    },
  );
  expect(most).toBeLessThanOrEqual(2); // the next begins when the answer is there, before it is recorded
  expect(outcomes.every(({ state }) => state === 'succeeded')).toBe(true);
});

test('an edit that is sent by URL does not wait for those that are sent as bytes', async () => {
  const urlIsSent = Promise.withResolvers<undefined>();
  const edits = ['a', 'b', 'url'].map((id) => makeEdit(id));
  const { states } = await runPlan(edits, {
    uploadBytes: ({ id }) => (id === 'url' ? 0 : 12 * 1024 * 1024),
    makeSendable: async ({ id }) => {
      if (id !== 'url') await urlIsSent.promise;
      return ['https://cdn.example.com/a.jpg'];
    },
    onChange: (change) => {
      if (change.kind === 'submitted' && change.edit.id === 'url') urlIsSent.resolve(undefined);
    },
  });
  expect(states).toEqual({ a: 'succeeded', b: 'succeeded', url: 'succeeded' });
});

test('large pictures that are given by URL take no room: all are submitted together', async () => {
  const at = { file: 'edits.yml', line: 1, column: 1 };
  const file = { path: 'a.png', absolutePath: '/a.png', sha256: 'a', gitBlob: 'b', width: 9, height: 9, at };
  const images = [{ ...file, kind: 'file' as const, type: 'image/png' as const, bytes: 12 * 1024 * 1024 }];
  const forms: ReferenceForms = new Map([['a.png', { kind: 'url', url: 'https://cdn.example.com/a.png' }]]);
  const allAtOnce = Promise.withResolvers<undefined>();
  let begun = 0;
  const { outcomes } = await runPlan(
    Array.from({ length: 6 }, (_, index) => makeEdit(`edit-${index}`, { images })),
    {
      uploadBytes: (edit) => uploadBytes(edit, forms),
      makeSendable: async (edit) => {
        begun += 1;
        if (begun === 6) allAtOnce.resolve(undefined);
        await allAtOnce.promise;
        return await makeSendable(edit, forms, new Map());
      },
    },
  );
  expect(outcomes.every(({ state }) => state === 'succeeded')).toBe(true);
});

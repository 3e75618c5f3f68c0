import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { fetchCopies } from '../../../src/run/adopt/fetch-copies.ts';
import { byTip } from '../../../src/run/adopt/other-branches.ts';
import { committed, createDeliveryStage, openDeps } from '../../deliver/branch/delivery-stage.ts';
import { place } from '../../deliver/branch/sample-branch.ts';
import { makeEdit } from '../../jobs/run-plan.ts';
import { makePicture } from '../../support/stage.ts';

const { signal } = new AbortController();

/** A branch whose lock file calls both files PNG, and a plan that adopts both. */
async function prepare() {
  await using made = new AsyncDisposableStack();
  const stage = made.use(await createDeliveryStage());
  const picture = await makePicture(60);
  const set = [
    await stage.make('mug', { 'mug.png': picture }),
    await stage.make('forged', { 'forged.png': '<!doctype html><script>alert(1)</script>' }),
  ];
  committed(await stage.deliver(await stage.open(), { set }));
  const opened = await stage.open();
  const on = { kind: 'preview', branch: place.branch, commit: opened.tip ?? '' } as const;
  const edits = set.map(({ id, entry }) => ({
    ...makeEdit(id),
    action: { kind: 'adopt', from: id, entry, files: entry.files, on } as const,
  }));
  const others = byTip([opened]);
  const running = made.move();
  return {
    stage,
    picture,
    fetch: async () =>
      await fetchCopies({ edits }, others, path.join(stage.root, 'copies'), openDeps([], signal)),
    [Symbol.asyncDispose]: async () => {
      await running.disposeAsync();
    },
  };
}

test('what is copied is a picture of the recorded type, even if the lock file vouches for more', async () => {
  await using here = await prepare();
  const fetched = await here.fetch();
  if (!fetched.ok) throw new Error(fetched.error.message);
  expect(fetched.value.failed.map(({ id, why }) => [id, why])).toEqual([
    [
      'forged',
      '`forged.png` on branch `assets` is an HTML page, and not the picture that the lock file records.',
    ],
  ]);
  const [file, ...more] = fetched.value.copies.values();
  expect(more).toEqual([]);
  expect(await readFile(file ?? '')).toEqual(Buffer.from(here.picture));
});

test('a server that does not answer is no reason to pay again', async () => {
  await using here = await prepare();
  here.stage.service.faults.push({ match: /./, kind: 'status', status: 503, times: 100 });
  expect(await here.fetch()).toMatchObject({
    ok: false,
    error: {
      severity: 'error',
      message: expect.stringMatching(
        /^Pictures of branch `assets` cannot be copied, so nothing was sent: .*\.$/,
      ) as string,
    },
  });
});

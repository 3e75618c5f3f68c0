import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { createUnchangedOutputs, unchangedBytes } from '../../../src/run/make/unchanged-outputs.ts';
import type { PlannedEdit } from '../../../src/plan/types.ts';
import { committed, createBranchSite, type BranchSite } from '../../deliver/branch/branch-site.ts';
import { startFakeService } from '../../support/fake-service.ts';
import { createJobScript, succeeded } from '../../support/job-script.ts';
import { makeEdit } from '../../jobs/run-plan.ts';
import { connectClient } from '../../queue/client-deps.ts';

const { signal } = new AbortController();

/** An unchanged edit whose picture is on the branch; what the lock file says of the picture can be changed. */
async function keep(site: BranchSite, id: string, more: { bytes?: number } = {}): Promise<PlannedEdit> {
  const { entry } = await site.make(id, { [`${id}.png`]: `picture of ${id}` }, `req-${id}`);
  const files = entry.files.map((file) => ({ ...file, ...more }));
  return makeEdit(id, { action: { kind: 'unchanged', from: id, entry: { ...entry, files }, files } });
}

test('a picture goes as bytes, and comes from the branch once, whoever asks', async () => {
  await using site = await createBranchSite();
  await using api = await startFakeService(createJobScript().script);
  await using queue = connectClient(api.url, {});
  const set = [await site.make('cutout', { 'cutout.png': 'picture of cutout' }, 'req-cutout')];
  committed(await site.deliver(await site.open(), { set }));
  const edit = await keep(site, 'cutout');
  const opened = await site.open();
  const before = site.service.requests.length;
  const files = await readdir(site.root);
  {
    await using kept = createUnchangedOutputs({ branch: opened, queue, temp: site.root });
    const uri = `data:image/png;base64,${Buffer.from('picture of cutout').toString('base64')}`;
    const answers = await Promise.all([kept.open(edit, signal), kept.open(edit, signal)]);
    expect(answers).toEqual([
      { ok: true, value: uri },
      { ok: true, value: uri },
    ]);
    expect(unchangedBytes(edit)).toBe('picture of cutout'.length);
  }
  const asked = site.service.requests.slice(before).filter(({ path }) => path.includes('info/refs'));
  expect(asked).toHaveLength(1);
  expect(await readdir(site.root)).toEqual(files);
});

test.each([
  [
    'a picture too large for bytes goes by a fresh address of the service',
    { request_id: 'req-poster', status: 'completed', ...succeeded('https://outputs.example/fresh.png') },
    200,
    { ok: true, value: 'https://outputs.example/fresh.png' },
  ],
  [
    'if the service no longer has it, the message says how to make it again',
    { code: 404001, error: 'ResourceNotFound' },
    404,
    {
      ok: false,
      error: expect.stringMatching(/^Cannot send the output of poster: .*force: poster/) as string,
    },
  ],
])('%s', async (_, body, status, expected) => {
  await using site = await createBranchSite();
  await using api = await startFakeService((_request, answer) => {
    answer.json(body, status);
  });
  await using queue = connectClient(api.url, {});
  const edit = await keep(site, 'poster', { bytes: 7 * 1024 * 1024 });
  const opened = await site.open();
  await using kept = createUnchangedOutputs({ branch: opened, queue, temp: site.root });
  expect(await kept.open(edit, signal)).toEqual(expected);
  expect(unchangedBytes(edit)).toBe(0);
});

test('a picture that is not on the branch any more is an error, not a wrong picture', async () => {
  await using site = await createBranchSite();
  await using api = await startFakeService(createJobScript().script);
  await using queue = connectClient(api.url, {});
  const opened = await site.open();
  await using kept = createUnchangedOutputs({ branch: opened, queue, temp: site.root });
  expect(await kept.open(await keep(site, 'gone'), signal)).toMatchObject({ ok: false });
});

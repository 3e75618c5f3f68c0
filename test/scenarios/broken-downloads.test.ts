import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import type { Fault } from '../../emulator/fault.ts';
import { createStage, readStates } from '../support/stage.ts';

const ways: Readonly<Record<string, Fault>> = {
  forbidden: { on: 'download', kind: 'status', status: 403 },
  missing: { on: 'download', kind: 'status', status: 404 },
  'web-page': { on: 'download', kind: 'html' },
  'web-page-as-jpeg': { on: 'download', kind: 'html', contentType: 'image/jpeg' },
  empty: { on: 'download', kind: 'empty' },
  'round-trip': { on: 'download', kind: 'redirect', to: 'self' },
};
const ids = Object.keys(ways);
const passing: Readonly<Record<string, Fault>> = {
  'error-once': { on: 'download', kind: 'status', status: 500, times: 2 },
  'reset-once': { on: 'download', kind: 'reset', times: 1 },
  'broken-once': { on: 'download', kind: 'truncated', contentLength: 'full', times: 2 },
  'cut-once': { on: 'download', kind: 'truncated', contentLength: 'honest', times: 1 },
  mistyped: { on: 'download', kind: 'mistyped' },
  // It comes twice, and is the same each time: that is what the service made.
  'cut-honestly': { on: 'download', kind: 'truncated', contentLength: 'honest' },
};
const good = [...Object.keys(passing), 'fine'];
const spec = `
version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${[...ids, ...good].map((id) => `  ${id}: { prompt: The way is ${id}., images: [a.png] }`).join('\n')}
`;

test('a failed download ends in an error, after new tries, with nothing half-written; the others are delivered', async () => {
  await using stage = await createStage({ 'edits.yml': spec }, { inputs: { 'max-parallel': '16' } });
  for (const [id, fault] of Object.entries({ ...ways, ...passing })) {
    stage.emulator.faults.add({ ...fault, match: `The way is ${id}.` });
  }
  const main = await stage.job.main();

  expect(main.exitCode).toBe(1);
  const resultsFile = main.outputs['results-file'] ?? '';
  expect(await readStates(resultsFile)).toEqual({
    ...Object.fromEntries(ids.map((id) => [id, 'failed'])),
    ...Object.fromEntries(good.map((id) => [id, 'succeeded'])),
  });
  expect(main.outputs).toMatchObject({ outcome: 'partial', failed: String(ids.length) });
  expect(stage.emulator.ledger).toHaveLength(ids.length + good.length);

  // On disk and in the artifact: whole pictures alone, under the extension of what they are.
  const expected = [
    ...good.map((id) => (id === 'mistyped' ? `${id}.png` : `${id}.jpg`)),
    'index.html',
    'results.json',
  ];
  const onDisk = await readdir(path.dirname(resultsFile), { recursive: true, withFileTypes: true });
  const own = onDisk.filter((entry) => entry.isFile() && !entry.parentPath.endsWith('references'));
  expect(own.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
  const files = [...(await stage.unpack()).keys()].filter((name) => !name.startsWith('references/'));
  expect(files.toSorted()).toEqual(expected.toSorted());

  for (const { requestId, input } of stage.emulator.ledger) {
    const { prompt } = input as { readonly prompt: string };
    const downloads = stage.emulator.requests.filter(({ path: asked }) => asked.startsWith(`/${requestId}/`));
    const isBroken = ids.some((id) => prompt === `The way is ${id}.`);
    if (isBroken) expect(downloads.length, prompt).toBeGreaterThan(1);
    if (isBroken) expect(main.summary).toContain(requestId);
  }
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';

import { startRunRecord } from '../../../src/run/end/run-record.ts';
import { inspectedEdit } from '../../support/edits.ts';
import { outcomeOf } from '../../support/outcome-of.ts';
import { createWorldStage } from '../../support/world-stage.ts';

const openEdit = (id: string) => ({
  edit: {
    ...inspectedEdit(id),
    needs: [],
    fingerprint: id,
    lockedInput: { image_urls: [], prompt: id, 'width×height': '', scale: 0.5, force_single: true },
    action: { kind: 'submit', over: [] } as const,
  },
  state: 'open' as const,
});
const edits = ['one', 'two'].map(openEdit);
const start = { edits, problems: [], model: 'm', startedAtMs: 0, elapsedMs: 0 };

test('what happened to edits is in the file when the record is closed', async () => {
  await using here = await createWorldStage('');
  const record = startRunRecord(start, here.world.temp, here.world);
  for (const { edit } of edits) record.update({ kind: 'submitted', edit, requestId: `request-${edit.id}` });
  await record.close();

  const results = await readFile(path.join(here.world.temp, 'results.json'), 'utf8');
  for (const id of ['request-one', 'request-two']) expect(results).toContain(id);
  expect(here.outputs).toMatchObject({ outcome: 'incomplete', planned: '2', pending: '2' });
});

test.each([
  { count: 2, pauseMs: 2 },
  { count: 1500, pauseMs: 1000 },
])('with $count edits, $pauseMs ms pass before each write', async ({ count, pauseMs }) => {
  await using here = await createWorldStage('');
  const pausesMs: number[] = [];
  const clock = {
    now: () => 0,
    monotonicMs: () => 0,
    sleep: (ms: number) => {
      pausesMs.push(ms);
      return Promise.resolve();
    },
  };
  const many = Array.from({ length: count }, (_, index) => openEdit(`e${index}`));
  const record = startRunRecord({ ...start, edits: many }, here.world.temp, { ...here.world, clock });
  for (const { edit } of many.slice(0, 2)) record.update({ kind: 'submitted', edit, requestId: 'r' });
  await record.close();
  expect(new Set(pausesMs)).toEqual(new Set([pauseMs]));
});

test('what is to be adopted is not there before the run has committed it', async () => {
  await using here = await createWorldStage('');
  const record = startRunRecord(start, here.world.temp, here.world);
  for (const { edit } of edits)
    record.update({ kind: 'ended', outcome: outcomeOf(edit, edit.id === 'one' ? 'adopted' : 'unchanged') });
  await record.close();
  expect(here.outputs).toMatchObject({ adopted: '0', unchanged: '1' });
});

test('a clock that is set back makes no run shorter than it is', async () => {
  await using here = await createWorldStage('');
  let elapsedMs = 0;
  const clock = { ...here.world.clock, now: () => -3_600_000, monotonicMs: () => elapsedMs };
  const record = startRunRecord({ ...start, elapsedMs: 250 }, here.world.temp, { ...here.world, clock });
  elapsedMs = 4000;
  await record.close();
  const results = await readFile(path.join(here.world.temp, 'results.json'), 'utf8');
  expect(JSON.parse(results)).toMatchObject({ elapsedMs: 4250 });
});

test('a results file that cannot be written is reported, and stops nothing', async () => {
  await using here = await createWorldStage('');
  const folder = path.join(here.world.temp, 'gone');
  const record = startRunRecord(start, folder, here.world);
  await record.close();

  expect(here.lines.join('\n')).toMatch(/^The results file cannot be written: ENOENT.*[^.]\.$/);
});

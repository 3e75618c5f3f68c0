import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';

import {
  judgeKilledRun,
  readKilledRun,
  type KilledEdit,
  type RecordedEdit,
} from '../../../src/run/rescue/read-killed-run.ts';
import { createDebt } from '../../../src/ledger/life/debt.ts';
import type { JournalRecord } from '../../../src/ledger/write/journal-record.ts';
import { claimBy, idOf, print, US } from '../../ledger/samples.ts';

const claim = claimBy(US);
const began: JournalRecord = { kind: 'began', step: US };
const posting: JournalRecord = { kind: 'posting', id: idOf(US) };
const submitted: JournalRecord = { kind: 'accepted', claim, requestId: 'req-1', submittedAtMs: 1 };

it.each<[RecordedEdit['state'], string | null, readonly JournalRecord[], unknown]>([
  ['open', null, [], { kind: 'not-sent' }],
  ['open', null, [began, { kind: 'claim', claim, over: [] }], { kind: 'not-sent' }],
  ['open', null, [began, { kind: 'claim', claim, over: [] }, posting], { kind: 'maybe-sent' }],
  [
    'open',
    null,
    [began, { kind: 'claim', claim, over: [] }, posting, { kind: 'maybe-sent', claim }],
    { kind: 'maybe-sent' },
  ],
  [
    ...(['open', null, [began, { kind: 'claim', claim, over: [] }, posting, submitted]] as const),
    { kind: 'in-flight', requestId: 'req-1', isOurs: true },
  ],
  ['open', 'req-1', [submitted], { kind: 'in-flight', requestId: 'req-1', isOurs: true }],
  ['open', 'req-0', [], { kind: 'in-flight', requestId: 'req-0', isOurs: false }],
  ['succeeded', 'req-1', [submitted], { kind: 'ended', state: 'succeeded' }],
  ['pending', 'req-1', [submitted], { kind: 'ended', state: 'pending' }],
])('%s, request %j, journal %j: %j', (state, requestId, records, end) => {
  const edit = { id: 'hero', state, action: 'submit', fingerprint: print('hero'), requestId } as const;
  expect(judgeKilledRun([edit], records).edits).toEqual([{ id: 'hero', fingerprint: print('hero'), end }]);
});

it('an upload that is owed goes to the ledger, and is no edit at the service', () => {
  const debt = createDebt(claim, { requestId: 'req-1', submittedAtMs: 1 }, 1);
  const killed = judgeKilledRun([], [began, debt]);
  expect(killed.edits).toEqual([]);
  expect(killed.unwritten.changes).toEqual([debt]);
});

it('reads what there is', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'killed-run-'));
  const journal = path.join(folder, 'journal.jsonl');
  expect(await readKilledRun(folder, undefined)).toBeUndefined();
  expect(await readKilledRun(folder, journal)).toBeUndefined();
  await writeFile(journal, `${JSON.stringify(began)}\n`);
  expect(await readKilledRun(folder, journal)).toMatchObject({ edits: [], unwritten: { step: US } });
  await rm(folder, { recursive: true, maxRetries: 5 });
});

it.each([
  '{}',
  '{"edits": [{"id": "he',
  '',
  '{"edits": [{"id": "hero", "state": "opened", "action": "submit", "fingerprint": "f", "requestId": null}]}',
])('a results file of %j leaves the journal, and is named', async (text) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'killed-run-'));
  const journal = path.join(folder, 'journal.jsonl');
  const records = [began, { kind: 'claim', claim, over: [] }, posting, submitted];
  await writeFile(journal, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  await writeFile(path.join(folder, 'results.json'), text);
  const killed = await readKilledRun(folder, journal);
  expect(killed?.problems).toEqual([expect.stringMatching(/^The results file of the run cannot be read \(/)]);
  expect(killed?.unwritten.changes).toMatchObject([{ kind: 'accepted', requestId: 'req-1' }]);
  expect(killed?.edits).toMatchObject([
    { id: claim.edit, end: { kind: 'in-flight', requestId: 'req-1', isOurs: true } },
  ]);
  // A folder at the path of the journal: only the results file is left.
  const other = await readKilledRun(folder, folder);
  expect(other?.problems).toHaveLength(2);
  expect(other).toMatchObject({ edits: [], isAllKnown: false });
  await rm(folder, { recursive: true, maxRetries: 5 });
});

it('if the journal cannot be read, any submit may have left, and the ledger may not know', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'killed-run-'));
  const fingerprint = print('hero');
  const edits = [
    { id: 'hero', state: 'open', action: 'submit', fingerprint, requestId: null },
    { id: 'paid', state: 'open', action: 'submit', fingerprint: print('paid'), requestId: 'req-1' },
  ];
  await writeFile(path.join(folder, 'results.json'), JSON.stringify({ edits }));
  const killed = await readKilledRun(folder, folder);
  expect(killed?.problems).toEqual([expect.stringMatching(/^The journal of the run cannot be read \(/)]);
  expect(killed?.isAllKnown).toBe(false);
  expect(killed?.edits.map(({ end }) => end)).toEqual([
    { kind: 'maybe-sent' },
    { kind: 'in-flight', requestId: 'req-1', isOurs: false },
  ]);
  await rm(folder, { recursive: true, maxRetries: 5 });
});

it.each<[RecordedEdit['action'], KilledEdit['end']['kind']]>([
  ['submit', 'maybe-sent'],
  ['other-run', 'maybe-sent'],
  ['share', 'maybe-sent'],
  ['collect', 'not-sent'],
  ['hold', 'not-sent'],
  ['unchanged', 'not-sent'],
  ['adopt', 'not-sent'],
  ['skip', 'not-sent'],
])('without the journal, one that was planned as %s: %s', (action, kind) => {
  const edit = { id: 'hero', state: 'open', action, fingerprint: print('hero'), requestId: null } as const;
  expect(judgeKilledRun([edit], undefined).edits).toMatchObject([{ end: { kind } }]);
});

it.each<[JournalRecord, unknown]>([
  [posting, { kind: 'maybe-sent' }],
  [{ kind: 'maybe-sent', claim }, { kind: 'maybe-sent' }],
  [{ kind: 'released', fingerprint: print('hero'), id: idOf(US) }, { kind: 'not-sent' }],
  [
    { kind: 'lost', fingerprint: print('hero'), requestId: 'r', atMs: 1 },
    { kind: 'ended', state: 'failed' },
  ],
  [
    {
      ...{ kind: 'delivered', fingerprint: print('hero'), requestId: 'r' },
      ...{ destination: 'artifact', atMs: 1 },
    },
    { kind: 'ended', state: 'succeeded' },
  ],
])('an edit that only the journal knows: %j', (record, end) => {
  const { edits } = judgeKilledRun([], [began, { kind: 'claim', claim, over: [] }, record]);
  expect(edits).toEqual([{ id: claim.edit, fingerprint: print('hero'), end }]);
});

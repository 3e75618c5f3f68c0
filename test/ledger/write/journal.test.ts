import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openJournal, readJournal } from '../../../src/ledger/write/journal.ts';
import type { JournalRecord } from '../../../src/ledger/write/journal-record.ts';
import { DESTINATION, idOf, claimBy, NOW, print, THEM, US } from '../samples.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'journal-'));
  file = path.join(folder, 'journal.jsonl');
});
afterEach(async () => {
  await rm(folder, { recursive: true, maxRetries: 5 });
});

const fingerprint = print('hero');
const posting = (name: string): JournalRecord => ({ kind: 'posting', id: print(name) });
const records: readonly JournalRecord[] = [
  { kind: 'began', step: US },
  { kind: 'claim', claim: claimBy(US), over: [] },
  { kind: 'claim', claim: claimBy(US, 'other'), over: [idOf(THEM), 'r7'] },
  { kind: 'posting', id: idOf(US) },
  { kind: 'accepted', claim: claimBy(US), requestId: 'r1', submittedAtMs: NOW },
  { kind: 'maybe-sent', claim: claimBy(US, 'other') },
  { kind: 'released', fingerprint, id: idOf(US) },
  { kind: 'lost', fingerprint, requestId: 'r1', atMs: NOW },
  { kind: 'ended-empty', fingerprint, requestId: 'r1' },
  { kind: 'delivered', fingerprint, requestId: 'r1', destination: DESTINATION, atMs: NOW },
  { kind: 'stored', upTo: 4 },
];

async function write(all: readonly JournalRecord[]): Promise<number> {
  await using journal = await openJournal(file);
  await Promise.all(
    all.map(async (record) => {
      await journal.append(record);
    }),
  );
  return journal.lines;
}

test('every record is read as it was written, in order', async () => {
  expect(await write(records)).toBe(records.length);
  expect(await readJournal(file)).toEqual(records);
});

test('a journal that was never begun is empty', async () => {
  expect(await readJournal(file)).toEqual([]);
  await write([]);
  expect(await readJournal(file)).toEqual([]);
});

test('it goes on where it ended, and counts from the beginning', async () => {
  await write(records);
  expect(await write([posting('late')])).toBe(records.length + 1);
  expect(await readJournal(file)).toEqual([...records, posting('late')]);
});

test('a record is on disk when its append resolves, in the order in which they were begun', async () => {
  await using journal = await openJournal(file);
  const seen: string[] = [];
  await Promise.all(
    ['1', '2', '3', '4'].map(async (name) => {
      await journal.append(posting(name));
      seen.push(name);
      expect(await readJournal(file)).toContainEqual(posting(name));
    }),
  );
  expect(seen).toEqual(['1', '2', '3', '4']);
});

describe('a last line that was cut short', () => {
  test.each([1, 20, 70])('is left out, and later lines are whole: %i bytes of it', async (bytes) => {
    await write(records);
    await appendFile(file, JSON.stringify(posting('törn')).slice(0, bytes));
    expect(await readJournal(file)).toEqual(records);
    expect(await write([posting('late')])).toBe(records.length + 1);
    expect(await readJournal(file)).toEqual([...records, posting('late')]);
  });

  test('counts where nothing but its end is missing', async () => {
    await write(records);
    await appendFile(file, JSON.stringify(posting('whole')));
    expect(await readJournal(file)).toEqual([...records, posting('whole')]);
    expect(await write([posting('late')])).toBe(records.length + 2);
    expect(await readJournal(file)).toEqual([...records, posting('whole'), posting('late')]);
  });
});

test.each(['{"kind":"posting"', '{"kind":"paused"}', '[]', ''])(
  'a line in the middle that is no record is reported: %j',
  async (line) => {
    await write([posting('1')]);
    await appendFile(file, `${line}\n`);
    await write([posting('2')]);
    expect(await readJournal(file)).toEqual([posting('1'), { kind: 'unreadable' }, posting('2')]);
  },
);

test('what cannot be opened or read is thrown', async () => {
  await expect(openJournal(path.join(folder, 'nowhere', 'journal'))).rejects.toThrow('ENOENT');
  await expect(openJournal(folder)).rejects.toThrow('EISDIR');
  await expect(readJournal(folder)).rejects.toThrow('EISDIR');
});

test('after a write that failed nothing is taken anymore', async () => {
  const journal = await openJournal(file);
  await journal.append(posting('1'));
  await journal[Symbol.asyncDispose]();
  const late = [journal.append(posting('2')), journal.append(posting('3'))];
  await expect(Promise.all(late)).rejects.toThrow('file closed');
  await expect(journal.append(posting('4'))).rejects.toThrow('file closed');
  expect(await readJournal(file)).toEqual([posting('1')]);
});

test.each([1, 40, 400])(
  'whatever was durable is there after the process was killed: %i records',
  async (least) => {
    const writer = spawn(process.execPath, [path.join(import.meta.dirname, 'journal-writer.ts'), file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(writer, 'close');
    let printed = '';
    for await (const chunk of writer.stdout as AsyncIterable<Buffer>) {
      printed += chunk.toString();
      if (printed.split('\n').length > least) writer.kill('SIGKILL');
    }
    await ended;
    const durable = printed.split('\n').slice(0, -1);
    const found = await readJournal(file);
    expect(found.length).toBeGreaterThanOrEqual(durable.length);
    const expected = durable.map((number) => ({ kind: 'posting', id: print(number).repeat(40) }));
    expect(found.slice(0, durable.length)).toEqual(expected);
    expect(found).not.toContainEqual({ kind: 'unreadable' });
    // What comes next is on a line of its own.
    expect(await write([posting('next')])).toBe(found.length + 1);
    expect((await readJournal(file)).at(-1)).toEqual(posting('next'));
  },
);

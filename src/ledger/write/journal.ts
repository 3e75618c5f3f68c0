import { open, type FileHandle } from 'node:fs/promises';

import { readIfExists } from '../../shared/optional-file.ts';
import { parseRecord, type JournalRecord } from './journal-record.ts';

/** What a run wrote down on this machine, line by line, for the step that follows if it is killed. */
export interface Journal extends AsyncDisposable {
  /** Absolute path. */
  readonly file: string;
  /** Number of lines so far, including those that are not durable yet. */
  readonly lines: number;
  /** Durable when it resolves. Throws if the file cannot be written; it is not used anymore then. */
  append(record: JournalRecord): Promise<void>;
}

/**
 * Opens a journal (absolute path; its folder must exist), to continue after the last line that a killed process wrote.
 * Throws as the file system does.
 */
export async function openJournal(file: string): Promise<Journal> {
  const handle = await open(file, 'a+');
  try {
    let lines = await repairTail(handle);
    let queued = '';
    let writing = Promise.resolve();
    let next: Promise<void> | undefined;
    const writeQueued = async (): Promise<void> => {
      next = undefined;
      const text = queued;
      queued = '';
      await handle.appendFile(text);
      await handle.datasync();
    };
    return {
      file,
      get lines() {
        return lines;
      },
      append: async (record) => {
        queued += `${JSON.stringify(record)}\n`;
        lines += 1;
        // Everything queued while the disk is busy goes with one sync, and after an error nothing is written anymore: a line
        // of `createLine` would give each record a turn of its own, and would go on.
        next ??= writing = writing.then(writeQueued);
        await next;
      },
      [Symbol.asyncDispose]: async () => {
        await writing.catch(() => undefined); // those who appended have the error
        await handle.close();
      },
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/**
 * Completes a last line that was cut short, so that the next record begins a line of its own; returns the number of
 * lines.
 */
async function repairTail(handle: FileHandle): Promise<number> {
  const bytes = await handle.readFile();
  const whole = bytes.lastIndexOf('\n') + 1;
  const lines = splitLines(bytes.toString('utf8', 0, whole)).length;
  if (whole === bytes.length) return lines;
  if (parseRecord(bytes.toString('utf8', whole)) === undefined) {
    await handle.truncate(whole);
    return lines;
  }
  await handle.appendFile('\n');
  return lines + 1;
}

/** The records of a journal; none if there is no such file. A last line that was cut short is left out. */
export async function readJournal(file: string): Promise<readonly JournalRecord[]> {
  const text = await readIfExists(file);
  return text === undefined ? [] : parseJournal(text);
}

function parseJournal(text: string): readonly JournalRecord[] {
  const isCut = !text.endsWith('\n');
  const lines = splitLines(text);
  return lines.flatMap((line, index): readonly JournalRecord[] => {
    const record = parseRecord(line);
    if (record !== undefined) return [record];
    // It was never confirmed as durable, so nothing was done because of it.
    return isCut && index === lines.length - 1 ? [] : [{ kind: 'unreadable' }];
  });
}

function splitLines(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

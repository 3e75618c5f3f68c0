import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';

import { changesToSettle, type Unsettled } from './ledger/changes-to-settle.ts';
import type { JournalRecord } from './ledger/journal-record.ts';
import { readJournal } from './ledger/journal.ts';

/** The part of our own results file that is needed here; see `report/render-results.ts`. */
const resultsSchema = z.object({
  edits: z.array(
    z.object({
      id: z.string(),
      state: z.string(),
      fingerprint: z.string(),
      requestId: z.string().nullable(),
    }),
  ),
});

type RecordedEdit = z.infer<typeof resultsSchema>['edits'][number];

/** How far an edit had come when its run was ended from outside. */
export interface DeadEdit {
  readonly id: string;
  readonly fingerprint: string;
  readonly end:
    /** It ended before the run did, in this state. */
    | { readonly kind: 'ended'; readonly state: string }
    /** `isOurs`: this run submitted it; another one may wait for a job that is not ours. */
    | { readonly kind: 'in-flight'; readonly requestId: string; readonly isOurs: boolean }
    /** Its submit may have left. */
    | { readonly kind: 'unclear' }
    | { readonly kind: 'not-sent' };
}

/** A run that was ended from outside, as it wrote itself down. */
export interface DeadRun {
  readonly edits: readonly DeadEdit[];
  /** What it had no time to tell the ledger. */
  readonly unsettled: Unsettled;
}

/**
 * Reads what a killed run left on disk: its results file in `folder` and its journal (both absolute paths). Undefined where
 * there is nothing in them: then nothing was sent. Throws where a file is there and cannot be read.
 */
export async function readDeadRun(folder: string, journal: string): Promise<DeadRun | undefined> {
  const text = await readIfThere(path.join(folder, 'results.json'));
  const edits = text === undefined ? [] : resultsSchema.parse(JSON.parse(text)).edits;
  const records = journal === '' ? [] : await readJournal(journal);
  return edits.length === 0 && records.length === 0 ? undefined : judgeDeadRun(edits, records);
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Puts together what both say; pure. The journal knows more of the last instant: it is on disk before anything happens. */
export function judgeDeadRun(edits: readonly RecordedEdit[], records: readonly JournalRecord[]): DeadRun {
  const unsettled = changesToSettle(records);
  const unclear = new Set(
    unsettled.changes.flatMap((change) => (change.kind === 'unclear' ? [change.claim.fingerprint] : [])),
  );
  const ids = new Map(
    records.flatMap((record) =>
      record.kind === 'submitted' ? [[record.claim.fingerprint, record.requestId] as const] : [],
    ),
  );
  return {
    unsettled,
    edits: edits.map(({ id, fingerprint, state, requestId }) => {
      const own = ids.get(fingerprint);
      const known = requestId ?? own;
      if (state !== 'open') return { id, fingerprint, end: { kind: 'ended', state } };
      if (known !== undefined) {
        const isOurs = known === own;
        return { id, fingerprint, end: { kind: 'in-flight', requestId: known, isOurs } };
      }
      return { id, fingerprint, end: { kind: unclear.has(fingerprint) ? 'unclear' : 'not-sent' } };
    }),
  };
}

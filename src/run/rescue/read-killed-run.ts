import path from 'node:path';
import * as z from 'zod';

import { isDebt } from '../../ledger/life/debt.ts';
import { readUnwritten, type Unwritten } from '../../ledger/write/unwritten-changes.ts';
import type { JournalRecord } from '../../ledger/write/journal-record.ts';
import { readJournal } from '../../ledger/write/journal.ts';
import { ACTION_KINDS } from '../../plan/action-kinds.ts';
import type { EditState } from '../../plan/outcome.ts';
import { STATES } from '../../report/count-edits.ts';
import { describeError } from '../../shared/describe-error.ts';
import { readIfExists } from '../../shared/optional-file.ts';

/** The part of our own results file that is needed here; see `report/render-results.ts`. */
const resultsSchema = z.object({
  edits: z.array(
    z.object({
      id: z.string(),
      state: z.enum(STATES),
      action: z.enum(ACTION_KINDS),
      fingerprint: z.string(),
      requestId: z.string().nullable(),
    }),
  ),
});

/** An edit as the results file of a run in progress has it. */
export type RecordedEdit = z.infer<typeof resultsSchema>['edits'][number];

/** How far an edit had come when its run was ended from outside. */
export interface KilledEdit {
  readonly id: string;
  readonly fingerprint: string;
  readonly end:
    /** It ended before the run did, in this state. */
    | { readonly kind: 'ended'; readonly state: EditState }
    /** `isOurs`: this run submitted it; another one may wait for a job that is not ours. */
    | { readonly kind: 'in-flight'; readonly requestId: string; readonly isOurs: boolean }
    /** Its submit may have left. */
    | { readonly kind: 'maybe-sent' }
    | { readonly kind: 'not-sent' };
}

/** A run that was ended from outside, as it wrote itself down. */
export interface KilledRun {
  readonly edits: readonly KilledEdit[];
  /** What it had no time to record in the ledger. */
  readonly unwritten: Unwritten;
  /** Whether that is everything: not if the journal cannot be read. */
  readonly isAllKnown: boolean;
  /** What could not be read of it; the rest is reported. */
  readonly problems: readonly string[];
}

/**
 * Reads what a killed run left on disk: its results file in `folder` and its journal (both absolute paths). Undefined
 * if there is nothing in them: then nothing was sent. If one of them cannot be read, that is reported and the other one
 * is used: the disk may have been full, and what is in flight must be reported even then. `journal` is undefined if it
 * was not begun.
 */
export async function readKilledRun(
  folder: string,
  journal: string | undefined,
): Promise<KilledRun | undefined> {
  const problems: string[] = [];
  const attempt = async <T>(
    what: string,
    read: () => Promise<readonly T[]>,
  ): Promise<readonly T[] | undefined> => {
    try {
      return await read();
    } catch (error) {
      problems.push(`${what} of the run cannot be read (${describeError(error)}).`);
      return undefined;
    }
  };
  const edits = await attempt('The results file', async () => await readResults(folder));
  const records = await attempt('The journal', async () =>
    journal === undefined ? [] : await readJournal(journal),
  );
  if (edits?.length === 0 && records?.length === 0) return undefined;
  return { ...judgeKilledRun(edits ?? [], records), problems };
}

async function readResults(folder: string): Promise<readonly RecordedEdit[]> {
  const text = await readIfExists(path.join(folder, 'results.json'));
  if (text === undefined) return [];
  const parsed = resultsSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error('it is not a results file');
  return parsed.data.edits;
}

/**
 * Combines what both say; pure. The journal knows more about the last instant: it is on disk before anything happens.
 * For edits that the results file does not list, it knows everything about their submits. Without it (undefined), any
 * submit may have left, but only of edits that were to be sent.
 */
export function judgeKilledRun(
  edits: readonly RecordedEdit[],
  journal: readonly JournalRecord[] | undefined,
): Omit<KilledRun, 'problems'> {
  const records = journal ?? [];
  const unwritten = readUnwritten(records);
  const maybeSent = new Set(
    unwritten.changes.flatMap((change) => (change.kind === 'maybe-sent' ? [change.claim.fingerprint] : [])),
  );
  const ids = new Map(
    records.flatMap((record) =>
      record.kind === 'accepted' ? [[record.claim.fingerprint, record.requestId] as const] : [],
    ),
  );
  return {
    unwritten,
    isAllKnown: journal !== undefined,
    edits: [...edits, ...unlistedEdits(edits, records)].map(
      ({ id, fingerprint, state, action, requestId }) => {
        const own = ids.get(fingerprint);
        const known = requestId ?? own;
        if (state !== 'open') return { id, fingerprint, end: { kind: 'ended', state } };
        if (known !== undefined) {
          const isOurs = known === own;
          return { id, fingerprint, end: { kind: 'in-flight', requestId: known, isOurs } };
        }
        const mayHaveLeft = (journal === undefined && maySend(action)) || maybeSent.has(fingerprint);
        return { id, fingerprint, end: { kind: mayHaveLeft ? 'maybe-sent' : 'not-sent' } };
      },
    ),
  };
}

/** Whether the run may send an edit that it planned this for; a shared one is sent as its twin. */
function maySend(action: RecordedEdit['action']): boolean {
  switch (action) {
    case 'submit':
    case 'other-run':
    case 'share':
      return true;
    case 'collect':
    case 'hold':
    case 'unchanged':
    case 'adopt':
    case 'aside':
    case 'skip':
      return false;
  }
}

/** Edits that only the journal knows: each that was claimed, `open` until it ended. */
function unlistedEdits(
  edits: readonly RecordedEdit[],
  records: readonly JournalRecord[],
): readonly RecordedEdit[] {
  const listed = new Set(edits.map(({ fingerprint }) => fingerprint));
  const found = new Map<string, RecordedEdit>();
  for (const record of records) {
    if (record.kind === 'claim' || record.kind === 'accepted' || record.kind === 'maybe-sent') {
      const { fingerprint, edit: id } = record.claim;
      if (!listed.has(fingerprint) && !isDebt(record.claim))
        found.set(fingerprint, { id, fingerprint, state: 'open', action: 'submit', requestId: null });
    } else if (record.kind === 'delivered' || record.kind === 'ended-empty' || record.kind === 'lost') {
      const edit = found.get(record.fingerprint);
      const state: EditState = record.kind === 'delivered' ? 'succeeded' : 'failed';
      if (edit !== undefined) found.set(record.fingerprint, { ...edit, state });
    }
  }
  return [...found.values()];
}

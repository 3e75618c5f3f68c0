import { changeEntry, type EntryEvent } from '../../src/ledger/life/change-entry.ts';
import type { LedgerEntry } from '../../src/ledger/life/types.ts';
import { accepted, claimBy, claimed, delivered, lost, maybeSent, NOW, US } from '../ledger/samples.ts';

const claim = claimBy(US);
const job = { requestId: 'r-1', submittedAtMs: NOW };

const ENTRIES: Readonly<Record<LedgerEntry['state'] | 'none', LedgerEntry | undefined>> = {
  none: undefined,
  claimed: claimed(US),
  'maybe-sent': maybeSent(US),
  accepted: accepted(US, 'r-1'),
  lost: lost(US, 'r-1'),
  delivered: delivered(US, 'r-1'),
};

const EVENTS: Readonly<Record<EntryEvent['kind'], EntryEvent>> = {
  claim: { kind: 'claim', claim },
  replaced: { kind: 'replaced' },
  accepted: { kind: 'accepted', claim, ...job },
  'maybe-sent': { kind: 'maybe-sent', claim },
  released: { kind: 'released' },
  delivered: { kind: 'delivered', atMs: NOW },
  outdone: { kind: 'outdone' },
  renewed: { kind: 'renewed' },
  'ended-empty': { kind: 'ended-empty' },
  lost: { kind: 'lost', atMs: NOW },
};

/** Rows of cells: the events first, then for each state what each event makes of it; `-` is no change. */
export function listTransitions(): readonly (readonly string[])[] {
  const rows = Object.entries(ENTRIES).map(([state, entry]) => [
    state,
    ...Object.values(EVENTS).map((event) => describeNext(entry, changeEntry(entry, event))),
  ]);
  return [['', ...Object.keys(EVENTS)], ...rows];
}

function describeNext(entry: LedgerEntry | undefined, next: LedgerEntry | undefined): string {
  return next === entry ? '-' : (next?.state ?? 'none');
}

/** The cells of the first table of a Markdown text, without its line of dashes and its backticks. */
export function readTable(markdown: string): readonly (readonly string[])[] {
  const lines = markdown.split('\n').filter((line) => line.startsWith('|') && !/^\|[\s|-]+\|$/.test(line));
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

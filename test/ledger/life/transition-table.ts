import { changeEntry, type EntryEvent } from '../../../src/ledger/life/change-entry.ts';
import { isUnusable } from '../../../src/ledger/life/judge-entry.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import { accepted, claimBy, claimed, delivered, lost, maybeSent, NOW, US } from '../samples.ts';

/** An entry in each state; `none` is no entry, and `unusable` an accepted one whose pictures cannot be delivered. The compiler finds a state that is missing. */
const ENTRIES: Readonly<Record<LedgerEntry['state'] | 'none' | 'unusable', LedgerEntry | undefined>> = {
  none: undefined,
  claimed: claimed(US),
  'maybe-sent': maybeSent(US),
  accepted: accepted(US, 'r1'),
  unusable: { ...accepted(US, 'r1'), isUnusable: true },
  lost: lost(US, 'r1'),
  delivered: delivered(US, 'r1'),
};

/** Each event once, in the order of `docs/architecture.md`. */
const EVENTS: Readonly<{ [Kind in EntryEvent['kind']]: Extract<EntryEvent, { readonly kind: Kind }> }> = {
  claim: { kind: 'claim', claim: claimBy(US) },
  replaced: { kind: 'replaced' },
  accepted: { kind: 'accepted', claim: claimBy(US), requestId: 'r1', submittedAtMs: NOW },
  'maybe-sent': { kind: 'maybe-sent', claim: claimBy(US) },
  released: { kind: 'released' },
  delivered: { kind: 'delivered', atMs: NOW },
  outdone: { kind: 'outdone', destination: claimBy(US).destination },
  renewed: { kind: 'renewed' },
  unusable: { kind: 'unusable' },
  'ended-empty': { kind: 'ended-empty' },
  lost: { kind: 'lost', atMs: NOW },
};

/** The life of an entry as the code has it: the events first, then a row for each state; `-` is no change. */
export function listTransitions(): readonly (readonly string[])[] {
  const rows = Object.entries(ENTRIES).map(([state, entry]) => [
    state,
    ...Object.values(EVENTS).map((event) => describeNext(entry, changeEntry(entry, event))),
  ]);
  return [['', ...Object.keys(EVENTS)], ...rows];
}

function describeNext(entry: LedgerEntry | undefined, next: LedgerEntry | undefined): string {
  if (next === entry) return '-';
  return next !== undefined && isUnusable(next) ? 'unusable' : (next?.state ?? 'none');
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

import { changeEntry, type EntryEvent } from '../../../src/ledger/life/change-entry.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import { accepted, claimBy, claimed, delivered, lost, maybeSent, NOW, US } from '../samples.ts';

/** An entry in each state; `none` is no entry. The compiler finds a state that is missing. */
const ENTRIES: Readonly<Record<LedgerEntry['state'] | 'none', LedgerEntry | undefined>> = {
  none: undefined,
  claimed: claimed(US),
  'maybe-sent': maybeSent(US),
  accepted: accepted(US, 'r1'),
  lost: lost(US, 'r1'),
  delivered: delivered(US, 'r1'),
};

/** Each event once, in the order of a life. */
const EVENTS: Readonly<{ [Kind in EntryEvent['kind']]: Extract<EntryEvent, { readonly kind: Kind }> }> = {
  claim: { kind: 'claim', claim: claimBy(US) },
  replaced: { kind: 'replaced' },
  released: { kind: 'released' },
  'maybe-sent': { kind: 'maybe-sent', claim: claimBy(US) },
  accepted: { kind: 'accepted', claim: claimBy(US), requestId: 'r1', submittedAtMs: NOW },
  lost: { kind: 'lost', atMs: NOW },
  'ended-empty': { kind: 'ended-empty' },
  delivered: { kind: 'delivered', atMs: NOW },
  outdone: { kind: 'outdone' },
  renewed: { kind: 'renewed' },
};

/** The life of an entry as the code has it: a row for each state, a cell for each event; `=` where nothing changes. */
export function readTransitions(): readonly (readonly string[])[] {
  const events = Object.values(EVENTS);
  const rows = Object.entries(ENTRIES).map(([state, entry]) => [
    state,
    ...events.map((event) => {
      const next = changeEntry(entry, event);
      return next === entry ? '=' : (next?.state ?? 'none');
    }),
  ]);
  return [['state', ...events.map(({ kind }) => kind)], ...rows];
}

/** The same as a table in Markdown, without padding. */
export function renderTransitions(): string {
  const [head = [], ...rows] = readTransitions();
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

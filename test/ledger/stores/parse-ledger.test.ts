import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseLedger } from '../../../src/ledger/stores/parse-ledger.ts';
import { renderLedger } from '../../../src/ledger/stores/render-ledger.ts';
import type { Ledger, LedgerEntry } from '../../../src/ledger/life/types.ts';
import { claimed, ledgerOf, print, submitted, THEM, unclear, US } from '../samples.ts';

const REF = 'refs/dreamina/ledger';

function parse(text: string): Ledger | string {
  const parsed = parseLedger(text, REF);
  return parsed.ok ? parsed.value : `${parsed.error.kind}: ${parsed.error.message}`;
}

test('reads as it is written', () => {
  expect(renderLedger(ledgerOf(submitted(THEM, 'r1', 'r2'), claimed(US, 'a')))).toBe(`{
  "version": 1,
  "entries": {
    "${print('a')}": {
      "state": "claimed",
      "edit": "a",
      "target": "branch assets",
      "run": {
        "id": "100",
        "attempt": 1,
        "step": "a",
        "url": "https://github.com/acme/shop/actions/runs/100"
      },
      "claimed_at": "2026-11-20T09:00:00.000Z",
      "over_at": "2026-11-20T11:00:00.000Z"
    },
    "${print('hero')}": {
      "state": "submitted",
      "edit": "hero",
      "target": "branch assets",
      "run": {
        "id": "200",
        "attempt": 1,
        "step": "c",
        "url": "https://github.com/acme/shop/actions/runs/200"
      },
      "claimed_at": "2026-11-20T09:00:00.000Z",
      "over_at": "2026-11-20T11:00:00.000Z",
      "request_id": "r1",
      "submitted_at": "2026-11-20T10:00:00.000Z",
      "also_paid": [
        {
          "request_id": "r2",
          "submitted_at": "2026-11-20T10:00:00.000Z"
        }
      ]
    }
  }
}
`);
  expect(parse(renderLedger(new Map()))).toEqual(new Map());
});

const text = fc.string();
const time = fc.integer({ min: 0, max: 4e12 });
const job = fc.record({ requestId: fc.stringMatching(/^[\w-]{1,128}$/), submittedAtMs: time });
const claim = fc.record({
  fingerprint: fc.stringMatching(/^[0-9a-f]{64}$/),
  edit: text,
  target: text,
  claimant: fc.record({ runId: text, attempt: fc.integer({ min: 1 }), step: text, url: text }),
  claimedAtMs: time,
  overAtMs: time,
});
const unknown = fc.oneof(
  fc.constant({ state: 'unclear' as const }),
  job.map((paid) => ({ state: 'submitted' as const, ...paid })),
  fc.tuple(job, time).map(([paid, goneAtMs]) => ({ state: 'submitted' as const, ...paid, goneAtMs })),
  fc
    .tuple(job, fc.array(job, { minLength: 1, maxLength: 3 }))
    .map(([paid, alsoPaid]) => ({ state: 'submitted' as const, ...paid, alsoPaid })),
);
const entry = fc.oneof(
  fc.tuple(claim, unknown).map(([its, at]): LedgerEntry => ({ ...its, ...at })),
  claim.map((its): LedgerEntry => ({ ...its, state: 'claimed' })),
  fc.tuple(claim, claim, unknown).map(([its, earlier, at]): LedgerEntry => {
    const inPlaceOf = { ...earlier, fingerprint: its.fingerprint, ...at };
    return { ...its, state: 'claimed', inPlaceOf };
  }),
  fc
    .tuple(claim, job, time)
    .map(([its, paid, settledAtMs]): LedgerEntry => ({ ...its, state: 'settled', ...paid, settledAtMs })),
);

test('every ledger comes back as it was; the order of its entries does not matter', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
      const ledger = ledgerOf(...entries);
      expect(parse(renderLedger(ledger))).toEqual(ledger);
      const turned = new Map([...ledger].toReversed());
      expect(renderLedger(turned)).toBe(renderLedger(ledger));
    }),
  );
});

const good = JSON.parse(renderLedger(ledgerOf(unclear(US)))) as { version: number; entries: object };

test.each([
  ['no JSON', '{', 'it is no JSON'],
  ['nothing', '', 'it is no JSON'],
  ['another thing', '[]', 'expected object'],
  ['a key that nobody knows', JSON.stringify({ ...good, owner: 'me' }), 'owner'],
  ['no version', JSON.stringify({ entries: {} }), 'version'],
  [
    'a fingerprint that is none',
    renderLedger(ledgerOf(claimed(US))).replace(print('hero'), 'abc'),
    'entries > abc',
  ],
  ['a state that nobody knows', renderLedger(ledgerOf(unclear(US))).replace('unclear', 'paused'), 'state'],
  ['no request id', renderLedger(ledgerOf(unclear(US))).replace('unclear', 'submitted'), 'request_id'],
  [
    'a request id that would lead to another address',
    renderLedger(ledgerOf(submitted(US, 'r1'))).replace('"r1"', '"../r1"'),
    'must be a request id',
  ],
  [
    'no time',
    renderLedger(ledgerOf(unclear(US))).replace(/"claimed_at": ".*?"/, '"claimed_at": "now"'),
    'claimed_at',
  ],
])('damaged: %s', (_, damaged, why) => {
  const answer = parse(damaged);
  expect(answer).toMatch(
    /^damaged: The ledger of work in flight in refs\/dreamina\/ledger cannot be read \(/,
  );
  expect(answer).toContain(why);
  expect(answer).toMatch(/Nothing was sent or overwritten\.$/);
});

test('what could not be read again is not written', () => {
  expect(() => renderLedger(ledgerOf({ ...claimed(US), fingerprint: 'abc' }))).toThrow('64 hex digits');
  expect(() => renderLedger(ledgerOf({ ...claimed(US), overAtMs: Number.NaN }))).toThrow();
});

test('a newer version is not understood, however familiar it looks', () => {
  expect(parse(JSON.stringify({ ...good, version: 2, priority: 1 }))).toBe(
    'damaged: The ledger of work in flight in refs/dreamina/ledger was written by a newer version of this action (its form is 2, this one knows 1). Update the action. Nothing was sent or overwritten.',
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseLayer, parseLedger } from '../../../src/ledger/stores/parse-ledger.ts';
import { renderLedger } from '../../../src/ledger/stores/render-ledger.ts';
import type { Ledger, LedgerEntry } from '../../../src/ledger/life/types.ts';
import { accepted, claimed, ledgerOf, lost, maybeSent, print, THEM, US } from '../samples.ts';

const REF = 'refs/dreamina/ledger';

const { signal } = new AbortController();

async function parse(text: string): Promise<Ledger | string> {
  const parsed = await parseLedger(text, REF, signal);
  return parsed.ok ? parsed.value : `${parsed.error.kind}: ${parsed.error.message}`;
}

test('reads as it is written', async () => {
  const beneath = lost(THEM, 'r1');
  const above = { ...claimed(US), step: { ...US, job: '77' } };
  expect(renderLedger(ledgerOf(beneath, above, claimed(US, 'a')))).toBe(`{
  "version": 1,
  "entries": {
    "${print('a')}": [
      {
        "state": "claimed",
        "id": "100.1.a.1",
        "edit": "a",
        "destination": "branch assets",
        "run": {
          "id": "100",
          "attempt": 1,
          "step": "a",
          "url": "https://github.com/acme/shop/actions/runs/100"
        },
        "claimed_at": "2026-11-20T09:00:00.000Z",
        "over_at": "2026-11-20T11:00:00.000Z"
      }
    ],
    "${print('hero')}": [
      {
        "state": "lost",
        "id": "200.1.c.1",
        "edit": "hero",
        "destination": "branch assets",
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
        "lost_at": "2026-11-20T10:00:00.000Z"
      },
      {
        "state": "claimed",
        "id": "100.1.a.1",
        "edit": "hero",
        "destination": "branch assets",
        "run": {
          "id": "100",
          "attempt": 1,
          "job": "77",
          "step": "a",
          "url": "https://github.com/acme/shop/actions/runs/100"
        },
        "claimed_at": "2026-11-20T09:00:00.000Z",
        "over_at": "2026-11-20T11:00:00.000Z"
      }
    ]
  }
}
`);
  expect(await parse(renderLedger(new Map()))).toEqual(new Map());
});

const text = fc.string();
const time = fc.integer({ min: 0, max: 4e12 });
const job = fc.record({ requestId: fc.stringMatching(/^[\w-]{1,128}$/), submittedAtMs: time });
const claim = fc.record({
  id: fc.string({ minLength: 1 }),
  fingerprint: fc.constantFrom(print('a'), print('b'), print('c')),
  edit: text,
  destination: text,
  step: fc.record(
    { runId: text, attempt: fc.integer({ min: 1 }), name: text, url: text, job: text },
    { requiredKeys: ['runId', 'attempt', 'name', 'url'] },
  ),
  claimedAtMs: time,
  overAtMs: time,
});
const entry = fc.oneof(
  claim.map((its): LedgerEntry => ({ ...its, state: 'claimed' })),
  claim.map((its): LedgerEntry => ({ ...its, state: 'maybe-sent' })),
  fc.tuple(claim, job).map(([its, paid]): LedgerEntry => ({ ...its, state: 'accepted', ...paid })),
  fc
    .tuple(claim, job, time)
    .map(([its, paid, lostAtMs]): LedgerEntry => ({ ...its, state: 'lost', ...paid, lostAtMs })),
  fc.tuple(claim, job, time).map(([its, paid, deliveredAtMs]): LedgerEntry => ({
    ...its,
    state: 'delivered',
    ...paid,
    deliveredAtMs,
  })),
);

test('every ledger comes back as it was; the order of its edits does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 8 }), async (entries) => {
      const ledger = ledgerOf(...entries);
      expect(await parse(renderLedger(ledger))).toEqual(ledger);
      const turned = new Map([...ledger].toReversed());
      expect(renderLedger(turned)).toBe(renderLedger(ledger));
    }),
  );
});

test('what counts as removed of the ledger beneath comes back, too, and is no part of a ledger without one', async () => {
  const ledger = ledgerOf(claimed(US));
  const removed = new Set(['b', 'a r1']);
  const layer = renderLedger(ledger, removed);
  expect(await parseLayer(layer, REF, signal)).toEqual({ ok: true, value: { ledger, removed } });
  expect(renderLedger(ledger, new Set([...removed].toReversed()))).toBe(layer);
  expect(await parseLayer(renderLedger(ledger), REF, signal)).toEqual({
    ok: true,
    value: { ledger, removed: new Set() },
  });
  expect(await parseLedger(layer, REF, signal)).toMatchObject({ ok: false, error: { kind: 'damaged' } });
});

const good = JSON.parse(renderLedger(ledgerOf(maybeSent(US)))) as { version: number; entries: object };

test.each([
  ['no JSON', '{', 'it is not JSON'],
  ['nothing', '', 'it is not JSON'],
  ['another thing', '[]', 'expected object'],
  ['no version', JSON.stringify({ entries: {} }), 'version'],
  [
    'a fingerprint that is none',
    renderLedger(ledgerOf(claimed(US))).replace(print('hero'), 'abc'),
    'entries > abc',
  ],
  ['no request id', renderLedger(ledgerOf(maybeSent(US))).replace('maybe-sent', 'accepted'), 'request_id'],
  [
    'a request id that would lead to another address',
    renderLedger(ledgerOf(accepted(US, 'r1'))).replace('"r1"', '"../r1"'),
    'must be a request id',
  ],
  [
    'no time',
    renderLedger(ledgerOf(maybeSent(US))).replace(/"claimed_at": ".*?"/, '"claimed_at": "now"'),
    'claimed_at',
  ],
])('damaged: %s', async (_, damaged, why) => {
  const answer = await parse(damaged);
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

test.each<[string, string, string]>([
  ['form', JSON.stringify({ ...good, version: 2, priority: 1 }), 'its form is 2, this version knows 1'],
  ['key', JSON.stringify({ ...good, owner: 'me' }), 'it has the key owner, which this version does not know'],
  [
    'key in an entry',
    renderLedger(ledgerOf(maybeSent(US))).replace('"edit"', '"take": 2, "edit"'),
    'it has the key take, which this version does not know',
  ],
  [
    'state',
    renderLedger(ledgerOf(maybeSent(US))).replace('maybe-sent', 'paused'),
    `it has a state at entries > ${print('hero')} > 0 > state that this version does not know`,
  ],
])('what only a newer version can have written is not to be thrown away: %s', async (_, text, fact) => {
  expect(await parse(text)).toBe(
    `damaged: The ledger of work in flight in refs/dreamina/ledger was written by a newer version of this action (${fact}). Update the action. Nothing was sent or overwritten.`,
  );
});

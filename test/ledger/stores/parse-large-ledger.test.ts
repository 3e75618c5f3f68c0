import { expect, test } from 'vitest';

import { parseLedger } from '../../../src/ledger/stores/parse-ledger.ts';
import { renderLedger } from '../../../src/ledger/stores/render-ledger.ts';
import { claimed, ledgerOf, US } from '../samples.ts';

const REF = 'refs/dreamina/ledger';
const { signal } = new AbortController();
// More than one slice, and no whole number of them.
const many = ledgerOf(...Array.from({ length: 4500 }, (_, index) => claimed(US, `edit ${index}`)));
const text = renderLedger(many);

test('a ledger of thousands of edits, which is read in slices, comes back whole', async () => {
  expect(await parseLedger(text, REF, signal)).toEqual({ ok: true, value: many });
});

test('is damaged if one of its last entries is', async () => {
  const at = text.lastIndexOf('"edit":');
  const broken = `${text.slice(0, at)}"edit": 7,${text.slice(text.indexOf('\n', at))}`;
  expect(await parseLedger(broken, REF, signal)).toMatchObject({
    ok: false,
    error: { kind: 'damaged', message: expect.stringContaining(' > 0 > edit: ') as string },
  });
});

test('stops between two slices once its signal is aborted', async () => {
  const stop = new AbortController();
  // Runs only if the reader gives up its turn.
  setImmediate(() => {
    stop.abort(new Error('the step was stopped by SIGTERM'));
  });
  expect(await parseLedger(text, REF, stop.signal)).toEqual({
    ok: false,
    error: {
      kind: 'stopped',
      message: `The ledger of work in flight in ${REF} was not read: the step was stopped by SIGTERM.`,
    },
  });
});

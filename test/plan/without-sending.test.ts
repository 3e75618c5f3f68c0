import { expect, test } from 'vitest';

import { checkNeeds } from '../../src/plan/check-needs.ts';
import type { Plan, PlannedAction } from '../../src/plan/types.ts';
import { findSendingBan, withoutSending } from '../../src/plan/without-sending.ts';
import { lockEntry } from '../lock/sample-lock.ts';
import { accepted, claimed, maybeSent, THEM } from '../ledger/samples.ts';
import { inspectedEdit } from '../support/edits.ts';
import { actionsOf, plan } from './recorded-work.ts';

test.each([
  [{}, undefined],
  [{ maxEdits: 1, maxCostUsd: 0.01 }, undefined],
  [{ maxEdits: 0 }, 'nothing is sent, because `max-edits` is 0'],
  [{ maxCostUsd: 0 }, 'nothing is sent, because `max-cost` is 0'],
])('%j: %s', (limits, why) => {
  expect(findSendingBan(limits)).toBe(why);
});

/** A plan of edits with these actions, by id; an id may name the edits that it needs after a space. */
function planOf(actions: Readonly<Record<string, PlannedAction>>): Plan {
  const ids = Object.keys(actions).map((key) => key.split(' '));
  const made = plan(ids.map(([id = '', ...needs]) => inspectedEdit(id, { needs })));
  return {
    ...made,
    edits: made.edits.map((edit) => {
      const [, action = edit.action] =
        Object.entries(actions).find(([key]) => key.split(' ')[0] === edit.id) ?? [];
      return { ...edit, action };
    }),
  };
}

const submit: PlannedAction = { kind: 'submit', over: [] };

test('what could be sent is left out, and what is paid for or there already stays', () => {
  const before = planOf({
    fresh: submit,
    twin: { kind: 'share', with: 'fresh' },
    paid: { kind: 'collect', entry: accepted(THEM, 'req-7') },
    second: { kind: 'share', with: 'paid' },
    theirs: { kind: 'other-run', entry: claimed(THEM) },
    held: { kind: 'hold', entry: maybeSent(THEM) },
    kept: { kind: 'unchanged', from: 'kept', entry: lockEntry(['kept']), files: [] },
  });
  const after = withoutSending(before, 'no money');
  expect(actionsOf(after)).toMatchObject({
    fresh: 'skip',
    twin: 'skip',
    paid: 'collect',
    second: 'share paid',
    theirs: 'skip',
    held: 'hold',
    kept: expect.stringContaining('keep') as string,
  });
  expect(after.edits.flatMap(({ action }) => (action.kind === 'skip' ? [action.reason] : []))).toEqual([
    'no money',
    'no money',
    'another run is working on it, and no money',
  ]);
});

test('an edit that shares pictures that are paid for needs nothing that is left out', () => {
  const after = withoutSending(
    planOf({
      base: submit,
      'paid base': { kind: 'collect', entry: accepted(THEM, 'req-7') },
      'second base': { kind: 'share', with: 'paid' },
    }),
    'no money',
  );
  expect(checkNeeds(after.edits)).toEqual([]);
});

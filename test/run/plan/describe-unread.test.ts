import { expect, it } from 'vitest';

import { describeUnread } from '../../../src/run/plan/describe-unread.ts';

const found = { ok: true, value: { ledger: new Map(), pruned: [] } } as const;

it('is silent if everything could be read', () => {
  expect(describeUnread([], [], { found })).toEqual([]);
});

it('says what is therefore not known, as warnings', () => {
  const fault = {
    severity: 'error',
    message: 'Branch `assets` cannot be read: the server is gone.',
  } as const;
  const error = { kind: 'unreachable', message: 'The ledger cannot be read: the server is gone.' } as const;
  expect(describeUnread([fault], [fault], { found: { ok: false, error } })).toEqual([
    {
      severity: 'warning',
      message:
        'Branch `assets` cannot be read: the server is gone. So it is not known which pictures are there already, and every edit counts as new.',
    },
    {
      severity: 'warning',
      message:
        'Branch `assets` cannot be read: the server is gone. So it is not known what could be adopted, and such edits count as edits to make.',
    },
    {
      severity: 'warning',
      message:
        'The ledger cannot be read: the server is gone. So it is not known what other runs work on or have paid for, and such edits count as edits to make.',
    },
  ]);
});

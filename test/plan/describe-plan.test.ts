import { expect, it } from 'vitest';

import { describePlan } from '../../src/plan/describe-plan.ts';
import type { InspectedEdit, InspectedFile } from '../../src/references/types.ts';
import { inspectedEdit } from '../support/edits.ts';
import { judgeAll, ledgerOf, maybeSent, NOW, THEM, US } from '../ledger/samples.ts';
import { madeAll, plan } from './recorded-work.ts';
import { made, review, reviewOf } from './review/recorded-edits.ts';

const at = { file: 'edits.yml', line: 1, column: 1 };

function file(path: string): InspectedFile {
  const facts = { sha256: 'ab', gitBlob: 'cd', bytes: 1, width: 1, height: 1, type: 'image/png' } as const;
  return { kind: 'file', path, absolutePath: `/repo/${path}`, at, ...facts };
}

it('says what a run will do, without the secret parts of addresses', () => {
  const signed = { kind: 'url', url: 'https://cdn.example.com/a.jpg?signature=secret#x', at } as const;
  const edits = [
    {
      ...inspectedEdit('hero', { needs: ['cutout'] }),
      images: [{ kind: 'edit', id: 'cutout', at } as const, signed],
    },
    { ...inspectedEdit('cutout'), images: [file('shots/mug.png'), file('shots/cup.png')] },
    inspectedEdit('old', { frozen: true }),
  ];
  const forms = new Map([
    ['shots/mug.png', { kind: 'url', url: 'https://raw.githubusercontent.com/o/r/1/shots/mug.png' } as const],
    ['shots/cup.png', { kind: 'data' } as const],
  ]);
  expect(describePlan(plan(edits), forms, 0)).toEqual([
    '3 edits: 2 to make, 1 left out',
    'cutout  2048x2048 to cutout, from shots/mug.png (by URL), shots/cup.png',
    'hero  2048x2048 to hero, from the output of cutout, https://cdn.example.com/a.jpg',
    'old  left out: frozen in the spec',
  ]);
});

it('has the edits in the order of the spec, with their descriptions', () => {
  const place = (line: number) => ({ ...at, line });
  const user = {
    ...inspectedEdit('user', { needs: ['used'] }),
    at: place(3),
    description: 'Made of\nanother',
  };
  const used = { ...inspectedEdit('used'), at: place(7) };
  expect(describePlan(plan([user, used]), new Map(), 0)).toEqual([
    '2 edits: 2 to make',
    'user  2048x2048 to user, from https://cdn.example.com/a.jpg, the output of used (Made of another)',
    expect.stringMatching(/^used {2}/),
  ]);
});

it('has a line for each edit to which something happens, and one for all others', () => {
  const done = [inspectedEdit('a'), inspectedEdit('b'), inspectedEdit('c'), inspectedEdit('d')];
  const edits = [
    inspectedEdit('a'),
    { ...inspectedEdit('b'), output: 'new/b' },
    { ...inspectedEdit('e'), prompt: 'Make c.' },
    { ...inspectedEdit('d', { frozen: true }), prompt: 'Another.' },
    { ...inspectedEdit('f'), prompt: 'New.' },
    { ...inspectedEdit('g'), prompt: 'New.' },
  ];
  expect(describePlan(plan(edits, { recorded: madeAll(done, { b: 2 }) }), new Map(), 0)).toEqual([
    '6 edits: 1 to make, 1 same as another edit, 2 to move, 2 unchanged',
    'b  moved, from b-1.jpg, b-2.jpg to new/b-1.jpg, new/b-2.jpg',
    'e  moved, from c.jpg to e.jpg',
    'd  frozen: unchanged although the spec has changed',
    'f  2048x2048 to f, from https://cdn.example.com/a.jpg',
    'g  to g, same as f: made and paid for once (for several candidates, use takes)',
    'unchanged: a',
  ]);
});

it('needs two lines for 5,000 unchanged edits', () => {
  const edits = Array.from({ length: 5000 }, (_, index) => inspectedEdit(`e${index}`));
  const lines = describePlan(plan(edits, { recorded: madeAll(edits) }), new Map(), 0);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('5000 edits: 0 to make, 5000 unchanged');
  expect(lines[1]).toMatch(/^unchanged: e0, e1, .*, e19 and 4980 more$/);
});

it('says with a review what changed, what is left over and what it costs', () => {
  const done = [{ ...inspectedEdit('a'), scale: 0.4 }, inspectedEdit('b'), inspectedEdit('z')];
  const edits = [inspectedEdit('a'), { ...inspectedEdit('b', { needs: ['a'] }), prompt: 'Make b new.' }];
  const recorded = made(done);
  const lines = describePlan(plan(edits, { recorded }), new Map(), 0, review(edits, { recorded }));
  expect(lines).toEqual([
    '2 edits: 2 to make',
    'a  2048x2048 to a, from https://cdn.example.com/a.jpg',
    '    `scale`: 0.4 → 0.5',
    'b  2048x2048 to b, from https://cdn.example.com/a.jpg, the output of a',
    '    prompt: Make b{+ new+}.',
    '    new reference: the output of `a`',
    'no longer in the spec, left on the branch: z',
    'cost: about 0.06 USD, 0.03 USD for each, from 3 earlier edits',
    'branch: 2.2 MiB of pictures, about 4.5 MiB are added',
  ]);
});

it('says nothing of the size of a branch that is empty and may stay so', () => {
  const edits = [inspectedEdit('a')];
  const recorded = made([]);
  const lines = describePlan(plan(edits, { recorded }), new Map(), 0, review(edits, { recorded }));
  expect(lines.at(-1)).toMatch(/^cost: /);
});

it('a take that is set aside already, of an edit with another name now, leaves nothing', () => {
  const take = (edit: string, number: number): InspectedEdit => ({
    ...inspectedEdit(`${edit}#${number}`),
    prompt: `Take ${number}.`,
    output: edit,
    take: { edit, number, of: 2, isKept: number === 1, isChosen: false },
  });
  const recorded = made([take('old', 2)], { take: 2, stored: 'aside', heldBy: '9'.repeat(40) });
  const edits = [take('new', 2)];
  const planned = plan(edits, { recorded });
  expect(planned.edits[0]?.action).toMatchObject({ kind: 'aside', from: 'old#2' });
  expect(reviewOf('new#2', review(edits, { recorded })).status).toEqual({ kind: 'unchanged' });
  expect(describePlan(planned, new Map(), 0)).toEqual(['1 edit: 0 to make, 1 unchanged', 'unchanged: new#2']);
});

it('says with a review which edits are not sent because another one is on hold', () => {
  const edits = [inspectedEdit('a'), inspectedEdit('b', { needs: ['a'] })];
  const [{ fingerprint } = { fingerprint: '' }] = plan(edits).edits;
  const entries = judgeAll(ledgerOf({ ...maybeSent(THEM), fingerprint }), { thisStep: US, nowMs: NOW });
  const none = { owed: new Set<string>(), deliveredSince: new Set<string>() };
  const inFlight = { entries, destination: 'branch assets', onUnknown: 'hold', ...none } as const;
  expect(
    describePlan(plan(edits, { inFlight }), new Map(), NOW, review(edits, { inFlight })).slice(1),
  ).toEqual([
    expect.stringMatching(/^a {2}on hold, not submitted again: /),
    expect.stringMatching(/^b {2}2048x2048 to b, /),
    '    not sent: it needs `a`, which is on hold',
  ]);
});

import { expect, it } from 'vitest';

import { checkShard } from '../../src/inputs/check-shard.ts';
import { parseShard } from '../../src/inputs/parse-shard.ts';

it.each([
  ['2/5', { kind: 'part', index: 2, of: 5 }],
  ['0/1', { kind: 'part', index: 0, of: 1 }],
  ['merge', { kind: 'merge' }],
])('%s', (text, value) => {
  expect(parseShard(text)).toEqual({ ok: true, value });
});

it.each(['6/5', '1', '1/0', '-1/2', 'merged', '1/2/3', '1 / 2'])('%j is none', (text) => {
  expect(parseShard(text)).toMatchObject({ ok: false, error: expect.stringContaining('`2/5`') as string });
});

const right = { shard: '1/2', 'plan-file': 'plan.json', deliver: 'branch', ledger: 'auto' };
const apply = { kind: 'apply' } as const;
const plan = { kind: 'plan', because: 'asked' } as const;

it.each([
  [apply, right, []],
  [apply, { ...right, 'plan-file': '' }, ['`plan-file`']],
  [plan, right, ['`mode: apply`']],
  [apply, { ...right, deliver: 'artifact' }, ['needs a branch']],
  [apply, { ...right, ledger: 'cache' }, ['`ledger: git`']],
  [apply, { ...right, shard: '', 'max-shards': '3' }, ['`max-shards` divides a plan']],
  [plan, { 'max-shards': '3' }, []],
] as const)('%j with %j', (mode, inputs, expected) => {
  const problems = checkShard(mode, (name) => (inputs as Readonly<Record<string, string>>)[name] ?? '');
  expect(problems).toHaveLength(expected.length);
  for (const [index, part] of expected.entries()) expect(problems[index]?.message).toContain(part);
});

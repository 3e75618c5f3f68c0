import { expect, test } from 'vitest';

import type { StepResult } from '../../demo/run-action.ts';
import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';

// `alias` asks for the same picture as `root`, which others use; whichever comes first in the spec is the one that is sent.
const root = '  root: { prompt: The root., images: a.png }\n';
const alias = '  alias: { prompt: The root., images: a.png }\n';
const spec = (first: string): string => `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${first}  leaf: { prompt: A leaf., images: [{ edit: root }] }
`;

test.each([
  ['after', root + alias],
  ['before', alias + root],
])(
  'an edit that asks for the same picture as a shared one, %s it, is made with it and paid for once',
  async (_, first) => {
    await using stage = await createBranchStage({ 'edits.yml': spec(first) });
    const planned = await stage.job.main({ inputs: { mode: 'plan', 'max-shards': '3' } });
    expect(planned.outputs, planned.stdout).toMatchObject({
      planned: '2',
      shards: '["1/1"]',
      'shared-shard': '0/1',
    });
    const run = async (shard: string, inputs = {}): Promise<StepResult> =>
      await stage.job.main({ inputs: { shard, 'plan-file': planned.outputs['plan-file'] ?? '', ...inputs } });
    const shared = await run('0/1');
    expect(shared.outputs, shared.stdout).toMatchObject({ outcome: 'success', succeeded: '2' });
    const part = await run('1/1');
    expect(part.outputs, part.stdout).toMatchObject({ outcome: 'success', succeeded: '1' });
    const merged = await run('merge', { deliver: 'artifact, branch', 'artifact-contents': 'all' });
    expect(merged.outputs, merged.stdout).toMatchObject({
      outcome: 'success',
      succeeded: '3',
      'cost-usd': '0.06',
    });
    expect([...(await readBranch(stage.repository)).keys()]).toEqual(
      expect.arrayContaining(['root.jpg', 'alias.jpg', 'leaf.jpg']),
    );
    expect(stage.emulator.ledger).toHaveLength(2);
  },
);

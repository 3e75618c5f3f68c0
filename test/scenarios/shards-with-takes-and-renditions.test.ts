import { expect, test } from 'vitest';

import type { StepResult } from '../../demo/run-action.ts';
import { readBranch, readCommits } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';

const spec = `version: 1
renditions: { web: { width: 320, format: [webp, jpeg] } }
defaults: { size: 1024x1024, force-single: true }
edits:
  hero: { prompt: A hero., images: a.png, takes: 3 }
  icon: { prompt: An icon., images: a.png }
`;

interface Results {
  readonly edits: readonly {
    readonly id: string;
    readonly state: string;
    readonly files: readonly { readonly path: string }[];
  }[];
}

test('the artifact of the last job holds what other jobs made: pictures, the takes that are not kept, renditions and their list', async () => {
  await using stage = await createBranchStage({ 'edits.yml': spec });
  const planned = await stage.job.main({ inputs: { mode: 'plan', 'max-shards': '3' } });
  expect(planned.outputs, planned.stdout).toMatchObject({ planned: '4', shards: '["1/1"]' });
  const run = async (shard: string, inputs = {}): Promise<StepResult> =>
    await stage.job.main({ inputs: { shard, 'plan-file': planned.outputs['plan-file'] ?? '', ...inputs } });
  const part = await run('1/1');
  expect(part.outputs, part.stdout).toMatchObject({
    outcome: 'success',
    succeeded: '4',
    'artifact-name': '',
  });
  const pages = ['README.md', 'pictures.json'];
  const left = [...(await readBranch(stage.repository)).keys()];
  expect(left.filter((file) => pages.includes(file))).toEqual([]);

  const merged = await run('merge', { deliver: 'artifact, branch', 'artifact-contents': 'all' });
  expect(merged.exitCode, merged.stdout).toBe(0);
  expect(merged.outputs).toMatchObject({ outcome: 'success', succeeded: '4', 'cost-usd': '0.12' });
  const branch = await readBranch(stage.repository);
  const files = await stage.unpack();
  const there = [
    'hero.jpg',
    'icon.jpg',
    'hero-320w.webp',
    'hero-320w.jpg',
    'icon-320w.webp',
    'icon-320w.jpg',
  ];
  for (const file of there) expect(files.get(file), file).toEqual(branch.get(file));
  expect([...branch.keys()]).toEqual(expect.arrayContaining(pages));
  expect(JSON.parse(files.get('pictures.json')?.toString() ?? '')).toEqual(
    JSON.parse(branch.get('pictures.json')?.toString() ?? ''),
  );
  const takes = ['takes/hero/2.jpg', 'takes/hero/3.jpg'];
  for (const take of takes) {
    expect(files.get(take)?.length).toBeGreaterThan(1000);
    expect([...branch.keys()]).not.toContain(take);
  }
  // What the pages name is there.
  const { edits } = JSON.parse(files.get('results.json')?.toString() ?? '') as Results;
  expect(edits.map(({ state }) => state)).toEqual(['succeeded', 'succeeded', 'succeeded', 'succeeded']);
  const named = edits.flatMap(({ files: own }) => own.map(({ path: file }) => file));
  expect(named.toSorted()).toEqual(['hero.jpg', 'icon.jpg', ...takes]);
  const gallery = files.get('index.html')?.toString() ?? '';
  for (const file of [...named, 'hero-320w', 'icon-320w']) expect(gallery).toContain(file);
  const [tip] = await readCommits(stage.repository);
  expect(merged.outputs['commit-sha']).toBe(tip?.id);

  const again = await run('merge', { deliver: 'artifact, branch', 'artifact-contents': 'all' });
  expect(again.outputs, again.stdout).toMatchObject({ outcome: 'success', 'commit-sha': tip?.id });
  expect(stage.emulator.ledger).toHaveLength(4);
});

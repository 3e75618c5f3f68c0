import path from 'node:path';
import { expect, it } from 'vitest';

import { extractArtifact } from '../../../demo/artifact-service/extract-artifact.ts';
import { run } from '../../../src/run/run.ts';
import { runGit } from '../../support/bare-repository.ts';
import { createRunStage, specOf, type RunStage } from '../run-stage.ts';
import { useArtifactService } from '../use-artifact-service.ts';
import type { WorldStage } from '../../support/world-stage.ts';

const artifacts = useArtifactService();

async function worldOf(stage: RunStage, name: string): Promise<WorldStage> {
  const here = await stage.world(specOf(2), name);
  return artifacts.leadTo(here);
}

/** The pictures in the commit that a run names. */
async function picturesAt(stage: RunStage, { outputs }: WorldStage): Promise<readonly string[]> {
  const commit = outputs['commit-sha'] ?? '';
  const names = (await runGit(stage.repository, ['ls-tree', '-r', '--name-only', commit])).toString();
  return names.split('\n').filter((name) => name.endsWith('.jpg'));
}

it('a run that waits for another one names a commit, and uploads an artifact, with the pictures of both', async () => {
  await using stage = await createRunStage({ serviceMs: 1500 });
  const inputs = stage.inputs({ deliver: ['artifact', 'branch'] });
  await using one = await worldOf(stage, '7');
  await using two = await worldOf(stage, '8');

  const ends = await Promise.all([run(inputs, one.world), run(inputs, two.world)]);

  expect(ends, [...one.lines, '---', ...two.lines].join('\n')).toEqual([{}, {}]);
  expect(stage.emulator.ledger).toHaveLength(2);
  for (const here of [one, two]) {
    expect(here.outputs['branch']).toBe('assets');
    expect(await picturesAt(stage, here)).toEqual(['e1.jpg', 'e2.jpg']);
  }
  expect(artifacts.service.artifacts).toHaveLength(2);
  for (const [index, { path: archive }] of artifacts.service.artifacts.entries()) {
    const names = await extractArtifact(archive, path.join(artifacts.storage, `unpacked-${index}`));
    expect(names.filter((name) => name.endsWith('.jpg')).sort()).toEqual(['e1.jpg', 'e2.jpg']);
  }
});

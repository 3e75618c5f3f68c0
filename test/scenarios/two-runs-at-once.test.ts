import { expect, test } from 'vitest';

import { readBranch } from '../support/bare-repository.ts';
import { createBranchStage } from '../support/branch-stage.ts';
import { createJob } from '../support/job.ts';
import { makePicture } from '../support/stage.ts';

const ids = ['one', 'two', 'three', 'four'];
const spec = `version: 1
defaults: { size: 1024x1024, force-single: true }
edits:
${ids.map((id) => `  ${id}: { prompt: Make ${id}., images: a.png }`).join('\n')}
`;

test.each(['branch', 'artifact'])(
  'two runs of one spec at once, delivered to the %s: each edit is sent once, and both runs end well',
  async (deliver) => {
    await using stage = await createBranchStage({ 'edits.yml': spec }, { inputs: { deliver } });
    stage.emulator.faults.add({ on: 'job', kind: 'lasts', ms: 3000 });
    const facts = { ...stage.step.facts, runId: '4712' };
    const inputs = { ...stage.step.inputs, 'artifact-name': 'of-the-other' };
    await using other = await createJob(
      { 'edits.yml': spec, 'a.png': await makePicture() },
      { ...stage.step, facts, inputs },
    );
    const ends = await Promise.all([stage.job.main(), other.main()]);

    for (const { exitCode, outputs, stdout } of ends) {
      expect(exitCode, stdout).toBe(0);
      expect(['success', 'unchanged']).toContain(outputs['outcome']);
    }
    const prompts = stage.emulator.ledger.map(({ input }) => (input as { prompt: string }).prompt);
    expect(prompts.toSorted()).toEqual(ids.map((id) => `Make ${id}.`).toSorted());
    const pictures = ids.map((id) => `${id}.jpg`);
    if (deliver === 'branch')
      expect([...(await readBranch(stage.repository)).keys()]).toEqual(expect.arrayContaining(pictures));
    else
      for (const name of ['dreamina-edits', 'of-the-other'])
        expect([...(await stage.unpack(name)).keys()]).toEqual(expect.arrayContaining(pictures));
  },
);

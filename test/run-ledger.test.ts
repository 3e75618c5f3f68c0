import { describe, expect, it } from 'vitest';

import { run } from '../src/run.ts';
import { createRunStage, specOf } from './run-stage.ts';
import { readBranch } from './support/bare-repository.ts';

describe('a run with a ledger in git', () => {
  it('claims before it sends, and leaves nothing in flight', async () => {
    await using stage = await createRunStage();
    await using here = await stage.world(specOf(3));

    const end = await run(stage.inputs(), here.world);

    expect(end, here.lines.join('\n')).toEqual({});
    expect(here.outputs).toMatchObject({ outcome: 'success', succeeded: '3' });
    expect(stage.emulator.ledger).toHaveLength(3);
    expect((await stage.ledger()).size).toBe(0);
    expect([...(await readBranch(stage.repository)).keys()]).toContain('e3.jpg');
  });
});

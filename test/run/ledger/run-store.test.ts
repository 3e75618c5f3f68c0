import { describe, expect, it } from 'vitest';

import { LEDGER_REF } from '../../../src/ledger/stores/git-store.ts';
import { run } from '../../../src/run/run.ts';
import { runGit } from '../../support/bare-repository.ts';
import { createRunStage, specOf } from '../run-stage.ts';
import { put } from './put-entries.ts';

describe('a store that cannot be used', () => {
  it.each([
    ['auto', 'wrong', 'cannot be read: .* is not recorded'],
    ['auto', '', 'There is no `github-token` to keep a ledger with. What this run sends is not recorded'],
    [
      'auto',
      undefined,
      'cannot be written: .* Give the job `permissions: contents: write`.* is not recorded',
    ],
  ] as const)('%s with token %j: done without, and the log says so', async (ledger, githubToken, line) => {
    await using stage = await createRunStage();
    stage.git.readOnly = true;
    await using here = await stage.world(specOf(1));
    const given = githubToken === undefined ? {} : { githubToken };
    await run(stage.inputs({ ledger, deliver: ['artifact'], ...given }), here.world);
    expect(here.lines.join('\n')).toMatch(new RegExp(line));
    expect(stage.emulator.ledger).toHaveLength(1);
    expect(here.state['ledger']).toBe('none');
    expect((await stage.ledger()).length).toBe(0);
  });

  it('git without the right to write: nothing is sent', async () => {
    await using stage = await createRunStage();
    stage.git.readOnly = true;
    await using here = await stage.world(specOf(1));
    const end = await run(stage.inputs({ deliver: ['artifact'] }), here.world);
    expect(end.failure).toContain('Nothing was sent: 1 problem');
    expect(here.annotations[0]?.message).toMatch(
      /^Nothing was sent: The ledger .* cannot be written: .* Set `ledger: none`/,
    );
    expect(stage.emulator.requests).toEqual([]);
  });

  it.each(['auto', 'git'] as const)(
    '%s and a damaged ledger: nothing is sent or overwritten',
    async (ledger) => {
      await using stage = await createRunStage();
      const commit = await put(stage, '{"version":1,"entries":');
      await using here = await stage.world(specOf(1));
      const end = await run(stage.inputs({ ledger }), here.world);
      expect(end.failure).toContain('Nothing was sent');
      expect(here.annotations[0]?.message).toContain(LEDGER_REF);
      expect(stage.emulator.requests).toEqual([]);
      const tip = (await runGit(stage.repository, ['rev-parse', LEDGER_REF])).toString().trim();
      expect(tip).toBe(commit);
    },
  );

  it.each(['auto', 'git'] as const)(
    '%s and a ledger that cannot be read, without a missing right: nothing is sent, as it may be in flight',
    async (ledger) => {
      await using stage = await createRunStage();
      const answer = { times: Infinity, kind: 'status', status: 400 } as const;
      stage.git.faults.push({ match: /upload-pack/, ...answer });
      await using here = await stage.world(specOf(1));
      const end = await run(stage.inputs({ ledger, deliver: ['artifact'] }), here.world);
      expect(end.failure).toContain('Nothing was sent');
      expect(stage.emulator.requests).toEqual([]);
    },
  );

  it('out of reach: nothing is sent; with `ledger: none` it is not asked for', async () => {
    await using stage = await createRunStage();
    stage.git.faults.push({ match: /info\/refs/, times: Infinity, kind: 'status', status: 503 });
    await using here = await stage.world(specOf(1));
    const world = { ...here.world, random: () => 0 };
    const end = await run(stage.inputs({ deliver: ['artifact'] }), world);
    expect(end.failure).toContain('Nothing was sent');
    expect(stage.emulator.requests).toEqual([]);

    await run(stage.inputs({ deliver: ['artifact'], ledger: 'none' }), world);
    expect(stage.emulator.ledger).toHaveLength(1);
  });

  it('is not asked, and does no harm, if nothing is to be sent', async () => {
    await using stage = await createRunStage();
    await using first = await stage.world(specOf(1));
    expect(await run(stage.inputs(), first.world)).toEqual({});
    await put(stage, 'damaged');
    await using here = await stage.world(specOf(1), '8');
    expect(await run(stage.inputs(), here.world)).toEqual({});
    expect(here.outputs['outcome']).toBe('unchanged');
    expect(here.lines.join('\n')).not.toContain(LEDGER_REF);
  });
});

it('sends nothing over its budget, by the stricter of spec and inputs', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world(specOf(3).replace('edits:', 'budget: { max-cost: 1.00 }\nedits:'));
  const end = await run(stage.inputs({ maxCostUsd: 0.05 }), here.world);
  expect(end.failure).toBeDefined();
  expect(here.annotations[0]?.message).toMatch(/^Nothing was sent: .*0\.09 USD.*0\.05 USD.*e1, e2, e3/);
  expect(stage.emulator.ledger).toEqual([]);
  expect((await stage.ledger()).length).toBe(0);
});

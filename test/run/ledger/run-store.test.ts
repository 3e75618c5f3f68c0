import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';

import { LEDGER_REF } from '../../../src/ledger/stores/git-store.ts';
import { renderLedger } from '../../../src/ledger/stores/render-ledger.ts';
import type { LedgerEntry } from '../../../src/ledger/life/types.ts';
import { run } from '../../../src/run/run.ts';
import { createRunStage, specOf, type RunStage } from '../run-stage.ts';
import { runGit } from '../../support/bare-repository.ts';

const DAY_MS = 24 * 60 * 60_000;
const OTHER = {
  runId: '3',
  attempt: 1,
  name: 'pictures-x',
  url: 'https://github.com/acme/shop/actions/runs/3',
};

/** Puts a text into the ledger as some other program would. */
async function put({ repository }: RunStage, text: string): Promise<string> {
  const blob = (await runGit(repository, ['hash-object', '-w', '--stdin'], text)).toString().trim();
  const tree = (await runGit(repository, ['mktree'], `100644 blob ${blob}\tledger.json\n`)).toString().trim();
  const names = {
    GIT_AUTHOR_NAME: 'o',
    GIT_AUTHOR_EMAIL: 'o',
    GIT_COMMITTER_NAME: 'o',
    GIT_COMMITTER_EMAIL: 'o',
  };
  const commit = (await runGit(repository, ['commit-tree', tree, '-m', 'By another'], '', names))
    .toString()
    .trim();
  await runGit(repository, ['update-ref', LEDGER_REF, commit]);
  return commit;
}

async function putEntries(stage: RunStage, ...entries: readonly LedgerEntry[]): Promise<void> {
  await put(stage, renderLedger(Map.groupBy(entries, ({ fingerprint }) => fingerprint)));
}

/** Work of another run, sent or claimed so long ago. */
function entryOf(edit: string, ageMs: number, fingerprint = createHash('sha256').update(edit).digest('hex')) {
  const claimedAtMs = Date.now() - ageMs;
  const overAtMs = claimedAtMs + 60 * 60_000;
  const id = `3.1.pictures-x.${edit}`;
  const claim = { id, fingerprint, edit, destination: 'branch assets', step: OTHER, claimedAtMs, overAtMs };
  return {
    claimed: { ...claim, state: 'claimed' } as const,
    accepted: {
      ...claim,
      state: 'accepted',
      requestId: `job-${edit}`,
      submittedAtMs: claimedAtMs,
    } as const,
  };
}

describe('a store that cannot be had', () => {
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
    '%s and a ledger that cannot be read, though nobody forbids it: nothing is sent, as it may be in flight',
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

  it('is not asked, and does no harm, where nothing is to be sent', async () => {
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

describe('what other runs left', () => {
  it('warns of work that no edit asks for any more, and of what is forgotten', async () => {
    await using stage = await createRunStage();
    await putEntries(
      stage,
      entryOf('left', 2 * DAY_MS).accepted,
      entryOf('old', 40 * DAY_MS).accepted,
      entryOf('lost', 3 * DAY_MS).claimed,
      entryOf('at-work', 0).claimed,
    );
    await using here = await stage.world(specOf(1));
    await run(stage.inputs(), here.world);
    const told = here.annotations.map(({ message }) => message).toSorted();
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(
      /^Edit left was paid for and never delivered \(to branch assets; request job-left, sent 2 days ago/,
    );
    expect(told[0]).toContain(`${stage.emulator.apiUrl}/v1/requests/job-left/result`);
    expect(told[1]).toMatch(/^Edit lost may have been sent 3 days ago by https:.*it is not known/);
    expect(told[2]).toMatch(/^Edit old was paid for .* and is forgotten now\.$/);
    expect((await stage.ledger()).map(({ edit }) => edit).toSorted()).toEqual(['at-work', 'left', 'lost']);
  });

  it('holds what a dead run claimed, and does not ask about it twice', async () => {
    await using stage = await createRunStage();
    await using first = await stage.world(specOf(1));
    stage.emulator.faults.add({ on: 'submit', kind: 'reset', accepted: true, times: 1 });
    await run(stage.inputs(), first.world);
    const [fingerprint] = (await stage.ledger()).map((entry) => entry.fingerprint);
    await putEntries(stage, entryOf('e1', 60_000, fingerprint).claimed);
    const asked: string[] = [];
    const isRunOver = async ({ runId }: { readonly runId: string }): Promise<boolean> => {
      asked.push(runId);
      return await Promise.resolve(true);
    };
    await using here = await stage.world(specOf(1), '8');
    const github = { ...here.world.github(''), isRunOver };
    await run(stage.inputs(), { ...here.world, github: () => github });
    expect(asked).toEqual(['3']);
    expect(here.outputs).toMatchObject({ outcome: 'incomplete', pending: '1' });
    expect(stage.emulator.ledger).toHaveLength(1);
  });
});

it('does not wait for a claim that a wrong clock dated a year ahead, if GitHub says nothing of its run', async () => {
  await using stage = await createRunStage();
  await using first = await stage.world(specOf(1));
  stage.emulator.faults.add({ on: 'submit', kind: 'reset', accepted: true, times: 1 });
  await run(stage.inputs(), first.world);
  const [fingerprint] = (await stage.ledger()).map((entry) => entry.fingerprint);
  await putEntries(stage, entryOf('e1', -365 * DAY_MS, fingerprint).claimed);
  await using here = await stage.world(specOf(1), '8');
  const isRunOver = async (): Promise<undefined> => await Promise.resolve(undefined);
  const github = { ...here.world.github(''), isRunOver };
  await run(stage.inputs({ timeoutMs: 20_000 }), { ...here.world, github: () => github });
  expect(here.lines.join('\n')).toContain('on hold, not submitted again');
  expect(stage.emulator.ledger).toHaveLength(1);
});

it('sends nothing over its budget, by the stricter of spec and inputs', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world(specOf(3).replace('edits:', 'budget: { max-cost: 1.00 }\nedits:'));
  const end = await run(stage.inputs({ maxCostUsd: 0.05 }), here.world);
  expect(end.failure).toBeDefined();
  expect(here.annotations[0]?.message).toMatch(
    /^Over budget, nothing was sent: .*\$0\.09.*\$0\.05.*e1, e2, e3/,
  );
  expect(stage.emulator.ledger).toEqual([]);
  expect((await stage.ledger()).length).toBe(0);
});

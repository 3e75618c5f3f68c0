import { describe, expect, it } from 'vitest';

import { run } from '../../../src/run/run.ts';
import { createRunStage, specOf } from '../run-stage.ts';
import { DAY_MS, entryOf, putEntries } from './put-entries.ts';

describe('what other runs left', () => {
  it('warns of work that no edit asks for anymore, and of what is forgotten', async () => {
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
    const messages = here.annotations.map(({ message }) => message).toSorted();
    expect(messages).toHaveLength(3);
    expect(messages[0]).toMatch(
      /^Edit left was paid for and never delivered \(to branch assets; request job-left, sent 2 days ago/,
    );
    expect(messages[0]).toContain(`${stage.emulator.apiUrl}/v1/requests/job-left/result`);
    expect(messages[1]).toMatch(/^Edit lost may have been sent 3 days ago by https:.*it is not known/);
    expect(messages[2]).toMatch(/^Edit old was paid for .* and is forgotten now\.$/);
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
  const isRunOver = async (): Promise<undefined> => {
    await Promise.resolve();
    return undefined;
  };
  const github = { ...here.world.github(''), isRunOver };
  await run(stage.inputs({ timeoutMs: 20_000 }), { ...here.world, github: () => github });
  expect(here.lines.join('\n')).toContain('on hold, not submitted again');
  expect(stage.emulator.ledger).toHaveLength(1);
});

import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';

import type { ActionInputs } from '../../../src/inputs/types.ts';
import { run } from '../../../src/run/run.ts';
import type { GitHub } from '../../../src/runner/ask-github.ts';
import type { World } from '../../../src/runner/world.ts';
import { createRunStage, specOf } from '../run-stage.ts';

/** What the preparation waits for when it is stopped, and how it gets there. */
interface Phase {
  readonly inputs?: Partial<ActionInputs>;
  /** Of git's requests, which hang from then on. */
  readonly request?: RegExp;
  readonly world?: (world: World, reached: () => void) => World;
}

const phases: Readonly<Record<string, Phase>> = {
  'asking for the origin of a pull request': {
    world: (world, reached) => ({
      ...world,
      readEvent: async () =>
        await Promise.resolve({
          ...{ name: 'issue_comment', isPrivate: true },
          origin: { kind: 'pull-request', number: 5 },
        }),
      github: (token): GitHub => ({
        ...world.github(token),
        originOfPull: async (number, signal) => {
          reached();
          await world.clock.sleep(60_000, signal).catch(() => undefined);
          return { kind: 'pull-request', number };
        },
      }),
    }),
  },
  'resolving a host': {
    world: (world, reached) => ({
      ...world,
      resolveHost: async () => {
        reached();
        return await Promise.withResolvers<readonly string[]>().promise;
      },
    }),
  },
  'opening the branch': { request: /service=git-upload-pack/, inputs: { ledger: 'none' } },
  'reading the ledger': { request: /service=git-upload-pack/, inputs: { deliver: ['artifact'] } },
  'asking whether the branch can be written': { request: /service=git-receive-pack/ },
  'asking whether the ledger can be written': {
    request: /service=git-receive-pack/,
    inputs: { deliver: ['artifact'] },
  },
};

const SPEC = `${specOf(1)}  web: { prompt: A cat., images: 'https://slow.example/a.png', size: 1024x1024 }\n`;

it.each(Object.keys(phases))(
  'stopped while %s, the run ends at once and leaves nothing open',
  async (name) => {
    const { inputs, request, world = (same: World) => same } = phases[name] ?? {};
    await using stage = await createRunStage();
    if (request !== undefined) stage.git.faults.push({ match: request, times: Infinity, kind: 'hang' });
    await using here = await stage.world(SPEC);
    let isReached = false;
    const reached = (): void => {
      isReached = true;
    };

    const running = run(stage.inputs(inputs), world(here.world, reached));
    await expect
      .poll(
        () =>
          isReached || (request !== undefined && stage.git.requests.some(({ path }) => request.test(path))),
        { interval: 5 },
      )
      .toBe(true);
    const stoppedMs = Date.now();
    here.stop();
    const end = await running;

    expect(end).toEqual({ failure: 'Nothing was sent: the step was stopped by SIGINT.' });
    expect(Date.now() - stoppedMs).toBeLessThan(2000);
    expect(stage.emulator.requests).toEqual([]);
    const left = (await readdir(here.world.temp)).filter((entry) => entry.startsWith('dreamina-git-'));
    expect(left).toEqual([]);
  },
);

import { readdir } from 'node:fs/promises';
import { expect, it } from 'vitest';

import { prepare } from '../../../src/run/prepare/prepare.ts';
import { run } from '../../../src/run/run.ts';
import { createRunStage, specOf } from '../run-stage.ts';

const SLOW_HOST = `version: 1
edits:
  hero: { prompt: A cat., images: 'https://slow.example/a.png', size: 1024x1024 }
`;

it('cut short while a host is resolved, it leaves nothing open, and the failure says why', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world(SLOW_HOST);
  const { promise: never } = Promise.withResolvers<readonly string[]>();
  const resolveHost = async (): Promise<readonly string[]> => {
    here.stop();
    return await never;
  };

  const end = await run(stage.inputs(), { ...here.world, resolveHost });

  expect(end).toEqual({ failure: 'Nothing was sent: the step was stopped by SIGINT.' });
  expect(here.annotations.map(({ message }) => message)).toEqual([end.failure]);
  expect((await readdir(here.world.temp)).filter((name) => name.startsWith('dreamina-git-'))).toEqual([]);
});

it('a time-out is the reason that the failure names', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world(SLOW_HOST);
  const { promise: never } = Promise.withResolvers<readonly string[]>();

  const end = await run(stage.inputs({ timeoutMs: 200 }), {
    ...here.world,
    resolveHost: async () => await never,
  });

  expect(end.failure).toBe('Nothing was sent: the run (input `timeout`) was not done within 0.2 s.');
  expect(here.outputs['outcome']).toBe('incomplete');
});

it('a run that is refused leaves nothing open', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world(specOf(1));
  stage.git.readOnly = true;

  const prepared = await prepare(stage.inputs(), here.world, here.world.stop);

  expect(prepared).toMatchObject({ kind: 'refused', problems: [{ severity: 'error' }] });
  expect((await readdir(here.world.temp)).filter((name) => name.startsWith('dreamina-git-'))).toEqual([]);
});

it('a run that is ready keeps the branch open until it is disposed of', async () => {
  await using stage = await createRunStage();
  await using here = await stage.world(specOf(1));
  const opened = async (): Promise<number> =>
    (await readdir(here.world.temp)).filter((name) => name.startsWith('dreamina-git-')).length;

  const prepared = await prepare(stage.inputs(), here.world, here.world.stop);

  if (prepared.kind === 'refused') throw new Error(JSON.stringify(prepared.problems));
  expect(await opened()).toBe(1);
  await prepared[Symbol.asyncDispose]();
  expect(await opened()).toBe(0);
});

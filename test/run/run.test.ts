import { mkdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startArtifactService } from '../../demo/artifact-service/start-artifact-service.ts';
import { extractArtifact } from '../../demo/artifact-service/extract-artifact.ts';
import type { ActionInputs } from '../../src/inputs/types.ts';
import { rescue } from '../../src/run/rescue/rescue.ts';
import { run } from '../../src/run/run.ts';
import { startFakeService, type FakeService } from '../support/fake-service.ts';
import { createFastClock } from '../support/clocks.ts';
import { plainPicture } from '../support/plain-picture.ts';
import { createPlainScript } from '../support/plain-script.ts';
import { createWorldStage, testInputs } from '../support/world-stage.ts';

const SPEC = `version: 1
edits:
  one: { prompt: First., images: a.png, size: 1024x1024 }
  two: { prompt: Second., images: [{ edit: one }], size: 1024x1024 }
`;
let picture: Buffer;

beforeAll(async () => {
  picture = await plainPicture(1024, 1024, '#369', 'jpeg');
  // The artifact client reads these itself.
  process.env['GITHUB_SERVER_URL'] = 'https://github.com';
});
afterAll(() => {
  delete process.env['ACTIONS_RESULTS_URL'];
  delete process.env['ACTIONS_RUNTIME_TOKEN'];
});

async function startService(): Promise<FakeService> {
  return await startFakeService(createPlainScript({ output: picture, readsUntilDone: 1 }));
}

function inputsFor(
  { url, host: hostAndPort }: FakeService,
  changes: Partial<ActionInputs> = {},
): ActionInputs {
  const [host = '', port] = hostAndPort.split(':');
  return testInputs(url, { outputHosts: [{ host, port: Number(port) }], timeoutMs: 60 * 60_000, ...changes });
}

describe('run', () => {
  it('makes the edits, delivers them and reports', async () => {
    await using service = await startService();
    await using here = await createWorldStage(SPEC, {}, createFastClock(10));
    await using artifacts = await startArtifactService({ storage: path.join(here.world.temp, 'stored') });
    Object.assign(process.env, artifacts.env);
    const job = { ...here.world.job, runUrl: 'https://github.com/a/b/actions/runs/7' };

    const end = await run(inputsFor(service), { ...here.world, env: artifacts.env, job });

    expect(end).toEqual({});
    expect(here.outputs).toMatchObject({
      outcome: 'success',
      planned: '2',
      succeeded: '2',
      failed: '0',
      pending: '0',
      'artifact-name': 'pictures',
      'artifact-url': 'https://github.com/a/b/actions/runs/7/artifacts/1001',
    });
    const [artifact] = artifacts.artifacts;
    const unpacked = path.join(here.world.temp, 'unpacked');
    const names = await extractArtifact(artifact?.path ?? '', unpacked);
    expect(names.filter((name) => !name.startsWith('references/')).sort()).toEqual([
      'index.html',
      'one.jpg',
      'results.json',
      'two.jpg',
    ]);
    expect(await readFile(path.join(unpacked, 'two.jpg'))).toEqual(picture);
    expect(here.summaries).toHaveLength(1);
    expect(here.state['ended']).toBe('true');
    await rescue(here.world);
    expect(here.summaries).toHaveLength(1);
  });

  it('sends nothing when the spec has a problem, and reports every problem', async () => {
    await using service = await startService();
    await using here = await createWorldStage(
      `${SPEC}  three: { prompt: '', images: a.png }\n  four: { prompt: Fourth., images: gone.png }\n`,
    );

    const end = await run(inputsFor(service), here.world);

    expect(end.failure).toBe('Nothing was sent: 2 problems, all in the log and the job summary.');
    expect(service.requests).toEqual([]);
    expect(here.outputs['outcome']).toBe('failed');
    // A mistake in the spec and a picture that is missing, in one go.
    expect(here.annotations.map(({ severity, at }) => [severity, at?.line])).toEqual([
      ['error', 5],
      ['error', 6],
    ]);
  });

  it('leaves the files on disk and fails if they cannot be uploaded', async () => {
    await using service = await startService();
    await using here = await createWorldStage(SPEC, {}, createFastClock(10));
    await using artifacts = await startArtifactService({ storage: path.join(here.world.temp, 'stored') });
    Object.assign(process.env, artifacts.env);
    artifacts.faults.add({ on: 'create', kind: 'status', status: 403, times: Infinity });

    const end = await run(inputsFor(service, { only: ['one'] }), { ...here.world, env: artifacts.env });

    expect(end.failure).toMatch(/^The pictures could not be uploaded: .*403/);
    expect(here.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '1' });
    expect(await readFile(path.join(here.state['folder'] ?? '', 'one.jpg'))).toEqual(picture);
  });

  it('uploads the pictures even if the page about them cannot be made', async () => {
    await using service = await startService();
    await using here = await createWorldStage(SPEC, {}, createFastClock(10));
    await using artifacts = await startArtifactService({ storage: path.join(here.world.temp, 'stored') });
    Object.assign(process.env, artifacts.env);
    const info = (text: string): void => {
      here.lines.push(text);
      // A folder at the path of the page, made while the edits run.
      if (text.startsWith('one  submitted')) mkdirSync(path.join(here.state['folder'] ?? '', 'index.html'));
    };

    const world = { ...here.world, env: artifacts.env, log: { ...here.world.log, info } };
    const end = await run(inputsFor(service, { only: ['one'] }), world);

    expect(end).toEqual({});
    expect(here.lines.join('\n')).toContain('The gallery could not be made: EISDIR');
    const names = await extractArtifact(
      artifacts.artifacts[0]?.path ?? '',
      path.join(here.world.temp, 'unpacked'),
    );
    expect(names).toEqual(['one.jpg']);
  });

  it('takes along what a chosen edit needs, and says so', async () => {
    await using service = await startService();
    await using here = await createWorldStage(SPEC, {}, createFastClock(10));

    await run(inputsFor(service, { only: ['two'] }), here.world);

    expect(here.lines).toContain('Also running, because other edits need them: one');
    expect(here.outputs['succeeded']).toBe('2');
  });

  it('sends nothing when it is stopped before', async () => {
    await using service = await startService();
    await using here = await createWorldStage(SPEC, {}, createFastClock(10));
    here.stop();

    const end = await run(inputsFor(service), here.world);

    expect(end.failure).toBe('Nothing was sent: the step was stopped by SIGINT.');
    expect(service.requests).toEqual([]);
    expect(here.outputs['outcome']).toBe('incomplete');
    expect(here.annotations.map(({ message }) => message)).toEqual([
      'Nothing was sent: the step was stopped by SIGINT.',
    ]);
  });

  it('leaves the upload to the post step when it is stopped', async () => {
    await using service = await startService();
    await using here = await createWorldStage(SPEC, {}, createFastClock(10));
    const { log } = here.world;
    const world = {
      ...here.world,
      log: {
        ...log,
        info: (text: string) => {
          if (text.startsWith('one  succeeded')) here.stop();
          log.info(text);
        },
      },
    };

    const end = await run(inputsFor(service), world);

    expect(end.failure).toContain('the post step puts them in an artifact');
    expect(service.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(here.outputs).toMatchObject({ outcome: 'incomplete', succeeded: '1', 'artifact-id': '' });
    expect(here.state['ended']).toBeUndefined();

    await rescue(here.world);

    expect(here.lines).toContain('The step was interrupted. 1 edit of 2 had succeeded.');
    expect(here.annotations.at(-1)?.message).toContain('could not be uploaded');
    expect(here.summaries.at(-1)).toContain('## … The step was stopped before its end');
  });
});

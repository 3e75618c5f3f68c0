import { expect, test } from 'vitest';

import { tellRequests } from '../support/run-account.ts';
import { createStage, makePicture } from '../support/stage.ts';

const spec = `
version: 1
vars: { brand: Acme }
defaults: { size: 1024x1024, force-single: true }
edits:
  cutout: { prompt: Cut the mug out on plain white., images: [a.png] }
  hero:
    prompt: "Put the mug on the \${{ matrix.scene }}; the sign reads “\${{ vars.brand }}”."
    images: [{ edit: cutout }, shots/scene.png]
    matrix: { scene: [beach, studio] }
    size: 2560x1440
    scale: 0.8
    output: banners/\${{ matrix.scene }}
  night: { prompt: Make it night., images: [{ edit: hero@beach }] }
  draft: { prompt: Three ways to draw it., images: [a.png], force-single: false }
  gone: { prompt: A frozen one., images: [a.png], frozen: true }
  logo: { prompt-file: prompts/logo.txt, images: [a.png, shots/scene.png] }
`;

/** The number of the job that a request is about; 0 before there is one. */
function jobOf(request: string): number {
  return Number(/^\w+ GET \S*REQUEST-(\d+)/.exec(request)?.[1] ?? 0);
}

test('six edits, a matrix and edits of edits among them: one submit each, and the artifact holds what the service made', async () => {
  await using stage = await createStage(
    { 'edits.yml': spec, 'shots/scene.png': await makePicture(90, 60), 'prompts/logo.txt': 'Add the logo.' },
    { inputs: { 'max-parallel': '1' } },
  );
  stage.emulator.faults.add({ on: 'job', kind: 'images', count: 3, match: 'Three ways' });
  const main = await stage.job.main();

  expect(main.exitCode).toBe(0);
  expect(main.stderr).toBe('');
  expect(main.log.annotations).toEqual([]);
  // A picture is fetched while the next edit is sent: only the order of a job's own requests is certain.
  const inOrder = tellRequests(stage).toSorted(
    (a, b) => jobOf(a) - jobOf(b) || (jobOf(a) === 0 ? a.localeCompare(b) : 0),
  );
  expect(inOrder).toMatchSnapshot();
  expect(stage.emulator.ledger.map(({ state }) => state)).toEqual(Array(6).fill('succeeded'));
  expect(main.outputs).toMatchObject({
    outcome: 'success',
    planned: '6',
    succeeded: '6',
    'cost-usd': '0.24',
  });
  expect(stage.artifacts.artifacts.map(({ digest }) => digest)).toEqual([main.outputs['artifact-digest']]);

  const files = await stage.unpack();
  const made = [...files].filter(([name]) => name.endsWith('.jpg') && !name.startsWith('references/'));
  expect(made.map(([name]) => name).toSorted()).toEqual([
    ...['banners/beach.jpg', 'banners/studio.jpg', 'cutout.jpg', 'draft-1.jpg', 'draft-2.jpg'],
    ...['draft-3.jpg', 'logo.jpg', 'night.jpg'],
  ]);
  const urls = stage.emulator.ledger.flatMap(({ outputs }) => outputs);
  const served = await Promise.all(urls.map(async (url) => await (await fetch(url)).arrayBuffer()));
  expect(made.map(([, bytes]) => bytes.toString('base64')).toSorted()).toEqual(
    served.map((bytes) => Buffer.from(bytes).toString('base64')).toSorted(),
  );
});

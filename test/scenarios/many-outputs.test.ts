import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

import { createStage } from '../support/stage.ts';

const edits = 150;
const picturesEach = 8;
const spec = `
version: 1
defaults: { size: 1024x1024 }
edits:
  many:
    prompt: "Number \${{ matrix.tens }}\${{ matrix.ones }}."
    images: [a.png]
    matrix:
      tens: [${Array.from({ length: edits / 10 }, (_, index) => index).join(', ')}]
      ones: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
`;

interface Results {
  readonly edits: readonly {
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
  }[];
}

test('1,200 outputs, more than a job may have artifacts, go into one artifact, each whole', async () => {
  await using stage = await createStage(
    { 'edits.yml': spec },
    { service: { imagesPerJob: picturesEach, serviceMs: 0 }, inputs: { 'max-parallel': '64' } },
  );
  const main = await stage.job.main();

  expect(main.exitCode).toBe(0);
  expect(main.outputs).toMatchObject({ outcome: 'success', succeeded: '150', 'cost-usd': '36' });
  expect(stage.emulator.ledger).toHaveLength(edits);
  expect(stage.artifacts.artifacts).toHaveLength(1);

  const files = await stage.unpack();
  const pictures = [...files.keys()].filter((name) => name.startsWith('many/'));
  expect(pictures).toHaveLength(edits * picturesEach);
  const results = JSON.parse(await readFile(main.outputs['results-file'] ?? '', 'utf8')) as Results;
  const listed = results.edits.flatMap((edit) => edit.files);
  expect(listed).toHaveLength(edits * picturesEach);
  const hashes = new Map(listed.map(({ path, sha256 }) => [path, sha256]));
  const wrong = pictures.filter((name) => hashes.get(name) !== sha256Of(files.get(name)));
  expect(wrong).toEqual([]);
  expect(Buffer.byteLength(main.summary)).toBeLessThan(1024 * 1024);
});

function sha256Of(bytes: Buffer | undefined): string {
  return createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');
}

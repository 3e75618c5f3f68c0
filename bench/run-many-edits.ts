import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { type ActionStep, runAction } from '../demo/run-action.ts';
import { padJpeg } from './pad-jpeg.ts';
import { startProcess } from './start-process.ts';
import { createBenchFolder } from './workspace.ts';

/** What a run of many edits is measured with. */
export interface ManyEdits extends Pick<Partial<ActionStep>, 'action' | 'env' | 'onLine' | 'onSpawn'> {
  /** A multiple of ten. */
  readonly edits: number;
  readonly outputBytes: number;
  /** Length of the reference image of all edits; a few kilobytes if absent. */
  readonly referenceBytes?: number;
}

/**
 * A run of the action that makes, downloads and uploads a picture for each edit, eight at a time. Service and artifact store are
 * processes of their own. Throws unless every edit succeeded and the pictures were uploaded.
 */
export async function runManyEdits({
  edits,
  outputBytes,
  referenceBytes = 0,
  env,
  ...step
}: ManyEdits): Promise<void> {
  await using folder = await createBenchFolder(renderSpec(edits));
  const reference = path.join(folder.workspace, 'a.jpg');
  await writeFile(reference, padJpeg(await readFile(reference), referenceBytes));
  await using service = await startProcess('large-output-service.ts', [String(outputBytes)]);
  await using artifacts = await startProcess('../demo/artifact-service/main.ts', [
    '--storage',
    path.join(folder.temp, 'artifacts'),
  ]);
  const { url, outputHost } = service.hello as { url: string; outputHost: string };
  const { outputs, stdout } = await runAction({
    entry: 'main',
    inputs: {
      'api-token': 'token',
      'api-url': url,
      'output-hosts': outputHost,
      ledger: 'none',
      timeout: '6h',
      'max-edits': String(edits),
    },
    env: { ...(artifacts.hello['env'] as Record<string, string>), ...env },
    ...folder,
    ...step,
  });
  if (outputs['succeeded'] !== String(edits))
    throw new Error(`Not all edits succeeded:\n${stdout.slice(-4000)}`);
  if (outputs['artifact-id'] === '') throw new Error(`Nothing was uploaded:\n${stdout.slice(-4000)}`);
}

/** So many edits, ten of each entry: a matrix has at most 256 combinations. */
function renderSpec(edits: number): string {
  const entries = Array.from(
    { length: edits / 10 },
    (_, index) =>
      `  e${index}:\n    prompt: Number ${index}\${{ matrix.n }}.\n    images: a.jpg\n` +
      '    matrix: { n: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }\n',
  );
  return `version: 1\nedits:\n${entries.join('')}`;
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';

/** A folder of its own for one benchmark: a workspace with one picture `a.jpg`, and room beside it. */
export interface BenchFolder extends AsyncDisposable {
  readonly workspace: string;
  readonly temp: string;
}

/** Makes the folder and writes `spec` as its `edits.yml`. Removed when disposed of. */
export async function createBenchFolder(spec: string): Promise<BenchFolder> {
  const root = await mkdtemp(path.join(tmpdir(), 'dreamina-bench-'));
  const workspace = path.join(root, 'workspace');
  const temp = path.join(root, 'temp');
  await mkdir(workspace);
  await mkdir(temp);
  await writeFile(path.join(workspace, 'edits.yml'), spec);
  const picture = sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a5' } });
  await picture.jpeg().toFile(path.join(workspace, 'a.jpg'));
  return {
    workspace,
    temp,
    [Symbol.asyncDispose]: async () => {
      await rm(root, { recursive: true, force: true });
    },
  };
}

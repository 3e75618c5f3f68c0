/** Makes renditions of pictures in a folder, as a run does, and reports time and memory: `native|engine FOLDER COUNT TEMP`. */
import { createRequire } from 'node:module';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { SetWork } from '../src/pictures/compare-renditions.ts';
import { listWanted } from '../src/pictures/list-wanted.ts';
import { makeRenditions } from '../src/pictures/make-renditions.ts';
import { keepYoungSpaceSmall } from '../src/shared/v8-flags.ts';
import type { RenditionSet } from '../src/spec/types.ts';
import { readOwnPeakMb } from './read-peak.ts';

const [how, originals = '', count = '0', temp = ''] = process.argv.slice(2);
const set: RenditionSet = {
  name: 'web',
  widths: [640, 1280, 2560],
  formats: ['webp', 'jpeg'],
  isNamed: false,
};
const settings = {
  renditions: [set],
  mark: 'renditions',
  markPrompt: false,
  sourceType: 'trainedAlgorithmicMedia',
} as const;

/** A folder whose index.cjs is native sharp: the same code makes the pictures. */
async function nativeFolder(): Promise<string> {
  const folder = path.join(temp, 'native');
  await mkdir(folder, { recursive: true });
  const native = createRequire(import.meta.url).resolve('sharp');
  await writeFile(path.join(folder, 'index.cjs'), `module.exports = require(${JSON.stringify(native)});\n`);
  return folder;
}

const engineFolder =
  how === 'native' ? await nativeFolder() : path.resolve(import.meta.dirname, '../dist/engine');
const work = Array.from({ length: Number(count) }, (_, index): SetWork => {
  const original = {
    path: `${index}.jpg`,
    sha256: `${index}`,
    bytes: 1,
    type: 'image/jpeg',
    width: 2560,
    height: 1440,
  } as const;
  const [wanted] = listWanted([original], settings, { model: 'm', prompt: '', hasImages: false });
  if (wanted === undefined) throw new Error('nothing is wanted');
  return { wanted, make: wanted.files, copy: [] };
});
// As every run does at its start.
keepYoungSpaceSmall();
const startMs = performance.now();
const { warnings } = await makeRenditions(
  work,
  path.join(temp, String(how)),
  (sha256) => path.join(originals, `${Number(sha256) % 10}.jpg`),
  {
    clock: { monotonicMs: () => performance.now() },
    log: { info: () => undefined },
    engineFolder,
    signal: new AbortController().signal,
  },
);
if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join('\n'));
const { userCPUTime, systemCPUTime } = process.resourceUsage();
console.log(
  JSON.stringify({
    seconds: (performance.now() - startMs) / 1000,
    cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
    peakMb: await readOwnPeakMb(),
  }),
);

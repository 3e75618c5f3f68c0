import { parseLock } from '../../../src/lock/parse-lock.ts';
import type { MediaType } from '../../../src/media/types.ts';
import { run } from '../../../src/run/run.ts';
import { readBranch, readCommits } from '../../support/bare-repository.ts';
import type { RunStage } from '../run-stage.ts';

export const SOURCE = 'http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia';

/** A spec with one edit, whose top and edit have further keys. */
export function spec(
  top: string,
  edits = 'hero: { prompt: Put it on a beach, images: a.png, size: 2560x1440, output: banners/hero, alt: \'A "mug"\' }',
): string {
  return `version: 1\n${top}\nedits:\n  ${edits}\n`;
}

export const WEB = 'renditions: { web: { width: [64, 32], format: [webp, jpeg] } }';

/** Runs once, and shows what is on the branch then. */
export async function make(stage: RunStage, text: string, changes: Parameters<RunStage['inputs']>[0] = {}) {
  const before = await readBranch(stage.repository);
  const commits = (await readCommits(stage.repository)).length;
  await using here = await stage.world(text, String(10 + commits + stage.emulator.requests.length));
  const verdict = await run(stage.inputs(changes), here.world);
  const files = await readBranch(stage.repository);
  const text_ = files.get('edits.lock.json')?.toString() ?? '';
  const lock = parseLock(text_, 'lock');
  if (!lock.ok) throw new Error(JSON.stringify(lock.error));
  return {
    ...{ verdict, files, lock: lock.value, annotations: here.annotations },
    names: [...files.keys()].filter((name) => !/^(?:README\.md|edits\.lock\.json)$/.test(name)),
    written: [...files]
      .filter(([name, bytes]) => before.get(name)?.equals(bytes) !== true)
      .map(([name]) => name),
    commits: (await readCommits(stage.repository)).length - commits,
    submits: stage.emulator.ledger.length,
    lines: here.lines.join('\n'),
    pictures: JSON.parse(files.get('pictures.json')?.toString() ?? 'null') as Listed | null,
  };
}

export interface Listed {
  readonly edits: Readonly<
    Record<string, { readonly alt: string | null; readonly pictures: readonly ListedPicture[] }>
  >;
}
export interface ListedPicture {
  readonly path: string;
  readonly renditions: readonly {
    readonly set: string;
    readonly html: string;
    readonly placeholder: string;
    readonly color: string;
    readonly files: readonly { readonly path: string; readonly width: number; readonly type: MediaType }[];
  }[];
}

export function pathsOf(listed: Listed | null, id = 'hero'): readonly string[] {
  return (listed?.edits[id]?.pictures ?? []).flatMap(({ renditions }) =>
    renditions.flatMap(({ files }) => files.map((file) => file.path)),
  );
}

export const FOUR = [
  'banners/hero-32w.jpg',
  'banners/hero-32w.webp',
  'banners/hero-64w.jpg',
  'banners/hero-64w.webp',
];

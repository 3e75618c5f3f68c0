import type { BranchPlace, BranchTip } from '../../../src/deliver/branch/types.ts';
import type { LockEntry } from '../../../src/lock/types.ts';
import type { MediaFile } from '../../../src/media/types.ts';

export const place: BranchPlace = { branch: 'assets', directory: '' };

/** A picture; `sha256` is 64 times the same letter. */
export function picture(path: string, letter = 'a', bytes = 1000): MediaFile {
  return { path, sha256: letter.repeat(64), bytes, type: 'image/png', width: 10, height: 10 };
}

/** A lock entry with pictures at these paths, made by the request `requestId`. */
export function entry(paths: readonly string[], requestId = 'req-1'): LockEntry {
  return {
    fingerprint: 'f'.repeat(64),
    model: 'bytedance/dreamina-4-0/edit',
    input: {
      image_urls: ['https://example.com/a.png'],
      prompt: 'A mug',
      'width×height': '2048x2048(1:1)',
      scale: 0.5,
      force_single: false,
    },
    requestId,
    submittedAt: '2026-11-01T10:00:00.000Z',
    finishedAt: '2026-11-01T10:01:00.000Z',
    files: paths.map((path) => picture(path)),
    actionVersion: '1.0.0',
  };
}

/** What `sampleTip` is made of. */
export interface TipSample {
  /** By path from the root: the object's name, or mode and name. */
  readonly files?: Readonly<Record<string, string>>;
  readonly edits?: Readonly<Record<string, LockEntry>>;
  readonly pages?: readonly string[];
}

/** A branch's state, of which nothing is in any repository. Links are `120000 name`, submodules `160000 name`. */
export function sampleTip(
  { files = {}, edits = {}, pages = [] }: TipSample,
  { directory } = place,
): BranchTip {
  const tree = Object.entries(files).map(([path, text]) => {
    const [blob = '', mode = '100644'] = text.split(' ').toReversed();
    return { path, blob, mode };
  });
  const folder = directory === '' ? '' : `${directory}/`;
  const below = tree.filter(({ path, mode }) => path.startsWith(folder) && mode === '100644');
  return {
    tip: 'c'.repeat(40),
    tree: new Map(tree.map((file) => [file.path, file])),
    recorded: {
      lock: { edits: new Map(Object.entries(edits)), pages },
      paths: new Set(below.map(({ path }) => path.slice(folder.length))),
    },
  };
}

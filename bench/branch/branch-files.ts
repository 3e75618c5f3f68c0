import { renderLock } from '../../src/lock/render-lock.ts';
import type { LockEntry } from '../../src/lock/types.ts';
import { renderBranchPages } from '../../src/report/branch-page/render-branch-pages.ts';
import { lockedEdit } from './locked-edit.ts';
import { pictureBytes, pictureName } from './pictures.ts';

type File = readonly [path: string, content: string | Uint8Array];

/** The first `count` pictures as the action leaves them on a branch. One at a time: they are made as they are taken. */
export function* filesOfPictures(count: number): Iterable<File> {
  for (let number = 0; number < count; number += 1) yield [pictureName(number), pictureBytes(number)];
  const edits = Array.from({ length: count }, (_, number) => lockedEdit(number));
  yield* documentsOf(new Map(edits.map(({ id, entry }) => [id, entry])));
}

/** Lock file and pages for these edits. */
export function documentsOf(edits: ReadonlyMap<string, LockEntry>): readonly File[] {
  const pages = renderBranchPages({ edits, pages: [] }, { title: 'acme/shop', directory: '' });
  return [...pages, ['edits.lock.json', renderLock({ edits, pages: [...pages.keys()] })]];
}

import { foldPath } from '../../shared/fold-path.ts';
import type { EditRequest } from '../../spec/types.ts';
import type { Problem } from '../../shared/problem.ts';
import { fromRoot, LOCK_NAME, ownPaths, quotePath } from './branch-paths.ts';
import { findForeign, findObstacle, findObstacleAbove, type ForeignFiles } from './foreign-files.ts';
import type { OpenedBranch } from './types.ts';

/** What is known of an edit's files before they are made. */
export type PlacedEdit = Pick<EditRequest, 'id' | 'output' | 'forceSingle' | 'at'>;

/** The extensions of `fileExtension` in media/: which of them an output gets is known only when it is there. */
const MEDIA_FILE = /^(.+)\.(?:jpg|png|webp|gif|mp4|webm)$/;
const NUMBERED = /^(.+)-[1-9]\d*$/;
/** Names of the branch directory's own files; the gallery has as many pages as it needs. */
const OWN_NAME = /^(?:readme\.md|edits\.lock\.json|gallery-\d+\.md)$/;

/**
 * Everything that stands on the branch in a place where a run would write and that no run of this action made: an error
 * at the edit that wants the place, so that nothing of others is overwritten and nothing is paid for in vain.
 */
export function checkPaths(
  edits: readonly PlacedEdit[],
  opened: Pick<OpenedBranch, 'tree' | 'place' | 'recorded'>,
): readonly Problem[] {
  const { tree, place, recorded } = opened;
  const foreign = findForeign(tree, ownPaths(place, recorded.lock));
  const stems = findStems(foreign);
  return [
    ...checkOwnNames(opened, foreign),
    ...edits.flatMap((edit): readonly Problem[] => {
      const [first = '', ...rest] = edit.output.split('/');
      if (rest.length > 0 && OWN_NAME.test(foldPath(first))) {
        const what = `The output path ${quotePath(edit.output)} begins with ${quotePath(first)}`;
        const message = `${what}, a name that the branch keeps for a file of its own: give the edit another \`output\`.`;
        return [{ severity: 'error', message, at: edit.at }];
      }
      const key = foldPath(fromRoot(place, edit.output));
      const taken = findObstacleAbove(key, foreign) ?? stems.single.get(key);
      const numbered = edit.forceSingle ? undefined : stems.numbered.get(key);
      const path = taken ?? numbered;
      if (path === undefined) return [];
      const more = taken === undefined ? 'set `force-single: true`, ' : '';
      const todo = `${more}give the edit another \`output\`, use another \`branch-directory\`, or remove the file.`;
      return [{ severity: 'error', message: `${isForeign(path, place.branch)}: ${todo}`, at: edit.at }];
    }),
  ];
}

/** Foreign files and folders that are named like an output, by their folded path without extension and without number. */
function findStems({ files, folders }: ForeignFiles): Record<'single' | 'numbered', Map<string, string>> {
  const single = new Map<string, string>();
  const numbered = new Map<string, string>();
  for (const [key, path] of [...files, ...folders]) {
    const stem = MEDIA_FILE.exec(key)?.[1];
    if (stem === undefined) continue;
    single.set(stem, path);
    const base = NUMBERED.exec(stem)?.[1];
    if (base !== undefined) numbered.set(base, path);
  }
  return { single, numbered };
}

/** Gallery pages and lock file are written by every commit, whatever the edits. */
function checkOwnNames({ place }: Pick<OpenedBranch, 'place'>, foreign: ForeignFiles): readonly Problem[] {
  const folder = foldPath(fromRoot(place, ''));
  const gallery = [...foreign.files].find(
    ([key]) => key.startsWith(folder) && /^gallery-\d+\.md$/.test(key.slice(folder.length)),
  )?.[1];
  const names = ['README.md', LOCK_NAME].map((name) => findObstacle(fromRoot(place, name), foreign));
  return [...new Set([...names, gallery])]
    .filter((path) => path !== undefined)
    .map((path) => ({
      severity: 'error',
      message: `${isForeign(path, place.branch)}: use another \`branch-directory\`, another \`branch\`, or remove the file.`,
    }));
}

function isForeign(path: string, branch: string): string {
  return `${quotePath(path)} exists on branch ${quotePath(branch)} and was not made by this action`;
}

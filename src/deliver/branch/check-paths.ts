import { fileExtension, MEDIA_TYPES } from '../../media/formats.ts';
import { foldPath } from '../../shared/fold-path.ts';
import type { PlannedAction } from '../../plan/types.ts';
import type { EditRequest } from '../../spec/types.ts';
import type { Problem } from '../../shared/problem.ts';
import { fromRoot, LOCK_NAME, ownPaths, quotePath } from './branch-paths.ts';
import { findForeign, findObstacle, findObstacleAbove, type ForeignFiles } from './foreign-files.ts';
import type { BranchPlace, OpenedBranch } from './types.ts';

/** What is known about an edit's files before they are made. */
export type CheckedEdit = Pick<EditRequest, 'id' | 'output' | 'forceSingle' | 'at'> & {
  /** Absent: its pictures are to be made. */
  readonly action?: PlannedAction;
};

/** Which of the extensions an output gets is known only once it has been downloaded. */
const MEDIA_FILE = new RegExp(`^(.+)\\.(?:${MEDIA_TYPES.map(fileExtension).join('|')})$`);
const NUMBERED = /^(.+)-[1-9]\d*$/;
/** Names of the branch directory's own files; the gallery has as many pages as it needs. */
const OWN_NAME = /^(?:readme\.md|edits\.lock\.json|pictures\.json|gallery-\d+\.md)$/;

/**
 * Everything on the branch at a path where a run would write and that no run of this action made: an error at the edit
 * that wants the path, so that no one else's file is overwritten and no money is wasted.
 */
export function checkPaths(
  edits: readonly CheckedEdit[],
  opened: Pick<OpenedBranch, 'tree' | 'place' | 'recorded'>,
): readonly Problem[] {
  const { tree, place, recorded } = opened;
  const foreign = findForeign(tree, ownPaths(place, recorded.lock));
  const stems = findStems(foreign);
  const writing = edits.filter(willWrite);
  if (writing.length === 0) return [];
  return [
    ...checkOwnNames(opened, foreign),
    ...writing.flatMap((edit): readonly Problem[] => {
      const message = findFault(edit, place, foreign, stems);
      return message === undefined ? [] : [{ severity: 'error', message, at: edit.at }];
    }),
  ];
}

/** Whether a run writes pictures of the edit at all: not if they stay as they are. */
function willWrite({ action }: CheckedEdit): boolean {
  if (action?.kind === 'unchanged')
    return action.files.some(({ path }, index) => path !== action.entry.files[index]?.path);
  return action?.kind !== 'skip' && action?.kind !== 'aside';
}

function findFault(
  edit: CheckedEdit,
  place: BranchPlace,
  foreign: ForeignFiles,
  stems: Stems,
): string | undefined {
  const { output, forceSingle, action } = edit;
  const [first = '', ...rest] = output.split('/');
  if (rest.length > 0 && OWN_NAME.test(foldPath(first))) {
    const what = `The output path ${quotePath(output)} begins with ${quotePath(first)}`;
    return `${what}, a name that the branch keeps for a file of its own: give the edit another \`output\`.`;
  }
  const todo = 'give the edit another `output`, use another `branch-directory`, or remove the file.';
  if (action?.kind === 'unchanged' || action?.kind === 'adopt') {
    const paths = action.files.map(({ path }) => findObstacle(fromRoot(place, path), foreign));
    const obstacle = paths.find((path) => path !== undefined);
    return obstacle === undefined ? undefined : `${isForeign(obstacle, place.branch)}: ${todo}`;
  }
  const key = foldPath(fromRoot(place, output));
  const taken = findObstacleAbove(key, foreign) ?? stems.single.get(key);
  if (taken !== undefined) return `${isForeign(taken, place.branch)}: ${todo}`;
  const numbered = forceSingle ? undefined : stems.numbered.get(key);
  if (numbered === undefined) return undefined;
  return `${isForeign(numbered, place.branch)}: set \`force-single: true\`, ${todo}`;
}

type Stems = Readonly<Record<'single' | 'numbered', ReadonlyMap<string, string>>>;

/** Foreign files and folders that are named like an output, by their folded path without extension and without number. */
function findStems({ files, folders }: ForeignFiles): Stems {
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

/** Every commit writes gallery pages and lock file, whatever the edits. */
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

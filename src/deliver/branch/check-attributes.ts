import { readAttributes, type PathAttribute } from '../../git/read-attributes.ts';
import type { GitResult } from '../../git/types.ts';
import { fileExtension, MEDIA_TYPES } from '../../media/formats.ts';
import type { EditRequest } from '../../spec/types.ts';
import type { Problem } from '../../shared/problem.ts';
import { fromRoot, LOCK_NAME, quotePath } from './branch-paths.ts';
import { filesOf } from './tip-facts.ts';
import type { OpenedBranch } from './types.ts';

/** An edit whose pictures are to be written. */
export type WritingEdit = Pick<EditRequest, 'output' | 'at'>;

const EXTENSIONS = [...new Set(MEDIA_TYPES.map(fileExtension))];

/**
 * Finds edits whose pictures the branch's `.gitattributes` wants in another form, for example in Git LFS or encrypted.
 * They are committed as they are, so every clone would see them as changed, or unencrypted.
 */
export async function checkAttributes(
  edits: readonly WritingEdit[],
  opened: OpenedBranch,
  signal: AbortSignal,
): Promise<GitResult<readonly Problem[]>> {
  const { repository, place, tree } = opened;
  const tip = filesOf(opened);
  if (tip === undefined) return { ok: true, value: [] };
  const owners = new Map<string, WritingEdit | undefined>([[fromRoot(place, LOCK_NAME), undefined]]);
  for (const edit of edits)
    for (const extension of EXTENSIONS) owners.set(fromRoot(place, `${edit.output}.${extension}`), edit);
  const names = ['filter', 'working-tree-encoding', 'ident', 'text'];
  const found = await readAttributes(repository, { tip, tree }, [...owners.keys()], names, signal);
  if (!found.ok) return found;
  const faults = new Map<string, Problem>();
  for (const attribute of found.value) {
    const deed = describeDeed(attribute);
    if (deed === undefined || faults.has(deed)) continue;
    const message = `\`.gitattributes\` on branch ${quotePath(place.branch)} ${deed} ${quotePath(attribute.path)}, but this action commits files as they are. Take the pictures out of that rule (for example by \`* !filter !text\` in a \`.gitattributes\` file in their folder), or use another \`branch\` or \`branch-directory\`.`;
    const at = owners.get(attribute.path)?.at;
    faults.set(deed, { severity: 'error', message, ...(at !== undefined && { at }) });
  }
  return { ok: true, value: [...faults.values()] };
}

/** What the attribute does to a file, or undefined if it leaves pictures as they are; pure. */
function describeDeed({ path, name, value }: PathAttribute): string | undefined {
  if (name === 'filter') return `has the filter \`${value}\` for`;
  // Text may be converted; the lock file is text.
  if (path.endsWith(`/${LOCK_NAME}`) || path === LOCK_NAME) return undefined;
  switch (name) {
    case 'working-tree-encoding':
      return `has the text encoding \`${value}\` for`;
    case 'ident':
      return 'has keywords expanded in';
    default:
      // `auto` leaves binary files as they are.
      return value === 'set' ? 'has line endings converted in' : undefined;
  }
}

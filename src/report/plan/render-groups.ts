import { describeSum } from '../../plan/review/describe-estimate.ts';
import type { OrphanedEdit, ReviewedEdit } from '../../plan/review/types.ts';
import { markdownCode } from '../../shared/escape-markdown.ts';
import { plural } from '../../shared/format.ts';
import { listSome } from '../../shared/list-some.ts';
import { countPictures } from './render-change.ts';
import { renderEdit } from './render-edit.ts';
import type { PlanFile } from './types.ts';

/** How detailed the edits of a plan are. */
export interface GroupForm {
  readonly edits: 'full' | 'short';
  /** At most so many items in a group. */
  readonly maxEdits: number;
  readonly maxPictures: number;
  /** At most so many ids in a list of ids. */
  readonly maxIds: number;
}

/** The edits of a plan by what they mean for a reader, each group in the order of the spec; empty groups are left out. */
export function renderGroups(plan: PlanFile, form: GroupForm): readonly string[] {
  const of = (...kinds: readonly ReviewedEdit['status']['kind'][]): readonly ReviewedEdit[] =>
    plan.edits.filter((edit) => kinds.includes(edit.status.kind) && !isUnremarkable(edit));
  const group = (title: string, edits: readonly ReviewedEdit[]): string =>
    renderGroup(title, edits, form, plan.repositoryUrl);
  const toMake = of('new', 'changed');
  const unremarkable = plan.edits.filter(isUnremarkable).map(({ id }) => id);
  return [
    group(
      titleOfKeep(plan),
      toMake.filter(({ isForKeep }) => isForKeep === true),
    ),
    group(
      'To make',
      toMake.filter(({ isForKeep }) => isForKeep !== true),
    ),
    group('Pending', of('pending', 'blocked')),
    group('Nothing to make', of('adopted', 'moved', 'aside', 'shared', 'frozen', 'skipped', 'unchanged')),
    renderOrphaned(plan.orphaned, form),
    unremarkable.length === 0 || form.maxIds === 0
      ? ''
      : `<details>\n<summary>${plural(unremarkable.length, 'unchanged edit')}</summary>\n\n${listIds(unremarkable, form.maxIds)}\n</details>\n`,
  ];
}

/** Changing `keep` is free; what is made from the kept take is not. */
function titleOfKeep({ keepEstimate }: PlanFile): string {
  const cost = keepEstimate === undefined ? '' : `, ${describeSum(keepEstimate)}`;
  return `To make again because another take is kept${cost}`;
}

/** Whether the edit is as the spec wants it, and stays so. */
function isUnremarkable({ status, changes }: ReviewedEdit): boolean {
  switch (status.kind) {
    case 'unchanged':
      return status.newerCommit === undefined;
    case 'frozen':
      return status.hasPictures && changes.length === 0;
    case 'new':
    case 'changed':
    case 'pending':
    case 'blocked':
    case 'adopted':
    case 'moved':
    case 'aside':
    case 'shared':
    case 'skipped':
      return false;
  }
}

function renderGroup(
  title: string,
  edits: readonly ReviewedEdit[],
  form: GroupForm,
  repositoryUrl: string,
): string {
  if (edits.length === 0 || form.maxEdits === 0) return '';
  const shown = edits.slice(0, form.maxEdits);
  let left = form.maxPictures;
  const items = shown.map((edit) => {
    if (form.edits === 'short') return renderEdit(edit, { kind: 'short' });
    const count =
      edit.changes.reduce((sum, change) => sum + countPictures(change), 0) +
      (edit.current === undefined ? 0 : 1);
    // Everyone who opens the page loads each picture at full size; beyond the limit, they are links.
    const show = count <= left ? 'pictures' : 'links';
    if (show === 'pictures') left -= count;
    return renderEdit(edit, { kind: 'full', pictures: { repositoryUrl, show } });
  });
  return [
    `### ${title} (${edits.length})`,
    '',
    ...items,
    '',
    ...moreLine(edits.length - shown.length, 'edit'),
  ].join('\n');
}

function renderOrphaned(orphaned: readonly OrphanedEdit[], { maxIds }: GroupForm): string {
  if (orphaned.length === 0 || maxIds === 0) return '';
  const isRemoved = orphaned.some((each) => each.isRemoved);
  const what = isRemoved
    ? 'Their files are removed from the branch.'
    : 'Their files stay on the branch. To remove them, set `prune: true`.';
  const ids = orphaned.map(({ id }) => id);
  return `### No longer in the spec (${orphaned.length})\n\n${what}\n\n${listIds(ids, maxIds)}`;
}

function listIds(ids: readonly string[], max: number): string {
  return `${listSome(ids.map(markdownCode), max)}\n`;
}

function moreLine(more: number, noun: string): readonly string[] {
  return more > 0 ? [`_And ${plural(more, `more ${noun}`)}: see the plan file._`, ''] : [];
}

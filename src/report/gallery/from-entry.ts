import { listSettings } from '../../lock/locked-contents.ts';
import type { LockEntry } from '../../lock/types.ts';
import { listRecorded, type RecordedReference } from '../../plan/review/compare-references.ts';
import { shownAs } from '../../media/formats.ts';
import { shortCommit } from '../../shared/commit-name.ts';
import { formatDuration } from '../../shared/duration.ts';
import { formatUsd } from '../../shared/format.ts';
import { editOfTake, takeNumber } from '../../shared/take-id.ts';
import type { ListedEdit } from '../branch-page/order-entries.ts';
import type { Thumbnail } from '../find-thumbnails.ts';
import { describeGlance, listFileFacts, withoutEmpty } from './render-facts.ts';
import type { GalleryEdit, GalleryReference } from './types.ts';

/** What is known besides the entry. */
export interface EntryFacts {
  readonly listed: ListedEdit | undefined;
  readonly thumbnail: Thumbnail;
  /** How many takes the edit has, those in the history of the branch as well. */
  readonly takes: number;
  /** What a card shows of a reference. */
  show(reference: RecordedReference): GalleryReference;
  /** The URL of the branch directory, or of a file in it, as it was in a commit. */
  addressIn(commit: string, path?: string): string;
}

/** As many older versions as are linked to. */
const MOST_OLDER = 5;

/** An entry of the lock file as a card of the gallery on the branch. */
export function fromEntry(id: string, entry: LockEntry, facts: EntryFacts): GalleryEdit {
  const { input, files, stored, model, costUsd, queuedMs, runningMs, finishedAt } = entry;
  const { prompt } = input;
  const edit = editOfTake(id);
  const key = facts.listed?.key ?? edit.replace(/@.*$/s, '');
  return {
    id,
    key,
    ...(entry.take !== undefined && {
      take: { edit, number: takeNumber(id), of: facts.takes, isKept: entry.isKept === true },
    }),
    matrix: Object.fromEntries([
      ['model', model],
      ...Object.entries(facts.listed?.matrix ?? {}).map(([name, value]) => [name, String(value)] as const),
    ]),
    description: facts.listed?.description,
    prompt: typeof prompt === 'string' ? prompt : '',
    state: undefined,
    warnings: [],
    files:
      stored === undefined
        ? files.map((file) => ({ ...file, thumbnail: facts.thumbnail(file) }))
        : listHeld(entry, facts),
    ...listOlder(entry, facts),
    references: listRecorded(entry).map((reference) => facts.show(reference)),
    glance: describeGlance(files, undefined, [
      finishedAt.slice(0, 10),
      ...(costUsd === undefined ? [] : [formatUsd(costUsd)]),
    ]),
    facts: listFacts(entry),
    costUsd,
    totalMs: runningMs === undefined ? undefined : (queuedMs ?? 0) + runningMs,
    madeAtMs: Date.parse(finishedAt),
  };
}

/** Pictures that only the history of the branch has: from the repository's page, so that takes can be compared all the same. */
function listHeld(
  { heldBy, files }: LockEntry,
  { addressIn }: Pick<EntryFacts, 'addressIn'>,
): GalleryEdit['files'] {
  if (heldBy === undefined) return [];
  return files
    .filter(({ type }) => shownAs(type) === 'picture')
    .map((file) => ({ ...file, path: `${addressIn(heldBy, file.path)}?raw=true` }))
    .filter(({ path }) => /^https:\/\//i.test(path));
}

/** Where the pictures are that are not on the branch: those of a take that is not kept, or older ones. */
function listOlder(
  { stored, heldBy, files, history = [] }: LockEntry,
  { addressIn }: Pick<EntryFacts, 'addressIn'>,
): Pick<GalleryEdit, 'linked'> {
  if (stored !== undefined)
    return {
      linked: {
        where: 'In the history of the branch',
        files: files.map(({ path }) => ({
          name: path,
          address: heldBy === undefined ? undefined : addressIn(heldBy, path),
        })),
      },
    };
  if (history.length === 0) return {};
  return {
    linked: {
      where: 'Before, in the history of the branch',
      files: history
        .slice(0, MOST_OLDER)
        .map(({ commit }) => ({ name: shortCommit(commit), address: addressIn(commit) })),
    },
  };
}

function listFacts(entry: LockEntry): GalleryEdit['facts'] {
  const { requestId, model, input, costUsd, finishedAt, files, spec } = entry;
  const phases = [
    ['queued', entry.queuedMs],
    ['running', entry.runningMs],
  ] as const;
  const times = phases.flatMap(([name, ms]) => (ms === undefined ? [] : [`${name} ${formatDuration(ms)}`]));
  return withoutEmpty([
    ['Request', requestId, 'code'],
    ['Model', model, 'code'],
    ...[...listSettings(input)].map(
      ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
    ),
    ['Cost', costUsd === undefined ? 'unknown' : formatUsd(costUsd)],
    ['Made', `${finishedAt.slice(0, 10)} ${finishedAt.slice(11, 16)} UTC`],
    ['Time', times.join(', ')],
    ...listFileFacts(files),
    ['Spec', spec ?? '', 'code'],
  ]);
}

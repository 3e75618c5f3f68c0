import { contentsOf, listContents } from '../../lock/locked-contents.ts';
import type { Json } from '../../lock/types.ts';
import { isCommitName } from '../../shared/commit-name.ts';
import { editOfTake, takeNumber } from '../../shared/take-id.ts';
import type { PlannedEdit } from '../types.ts';
import { describeReference, nameImage, nameRecorded } from './name-reference.ts';
import type { EditChange, PinnedFile, RecordedEntry, ReferenceName, ReviewFacts } from './types.ts';

/** What a comparison of references must know besides them. */
export interface ReferenceFacts extends Pick<ReviewFacts, 'commitOf'> {
  /** Whether the output of that edit changes with this plan. */
  changes(edit: string): boolean;
}

/** A reference on one side of a comparison: what it is by content and by name, and where the file still is. */
export interface RecordedReference {
  readonly content: string;
  readonly reference: ReferenceName;
  readonly picture?: PinnedFile;
}

/** A lock file may say anything: what is beyond this is not compared. A model takes some twenty references. */
const MOST_COMPARED = 100;

/** How the references of an edit differ from those that it was made from. */
export function compareReferences(
  edit: Pick<PlannedEdit, 'images' | 'lockedInput'>,
  entry: RecordedEntry,
  facts: ReferenceFacts,
): readonly EditChange[] {
  const before = listRecorded(entry);
  const after = listPlanned(edit, facts);
  const pairs = pairUp(before, after);
  const paired = new Set(pairs.values());
  const changes = after.flatMap((side, index): readonly EditChange[] => {
    const partner = before[pairs.get(index) ?? -1];
    if (partner?.content === side.content) return [];
    const { reference } = side;
    const kept = compareTakes(partner?.reference, reference);
    if (kept !== undefined) return [kept];
    if (reference.kind === 'output' && partner !== undefined)
      return [{ kind: 'input', edit: reference.edit, isPlanned: facts.changes(reference.edit) }];
    const after = side.picture !== undefined && { after: side.picture };
    if (partner === undefined) return [{ kind: 'reference-added', reference, ...after }];
    return [{ kind: 'reference-replaced', reference, ...pinBefore(partner), ...after }];
  });
  const removed = before
    .filter((_, index) => !paired.has(index))
    .map((side): EditChange => ({
      kind: 'reference-removed',
      reference: side.reference,
      ...pinBefore(side),
    }));
  // In the order in which a map was filled, which is not that of the list.
  const order = after.flatMap((_, index) => pairs.get(index) ?? []);
  const isMixed = order.some((index, place) => index < (order[place - 1] ?? 0));
  return [...changes, ...removed, ...(isMixed ? [{ kind: 'reference-order' } as const] : [])];
}

/** Another take of the same edit; undefined for everything else. */
function compareTakes(before: ReferenceName | undefined, after: ReferenceName): EditChange | undefined {
  if (before?.kind !== 'output' || after.kind !== 'output') return undefined;
  const [was, is] = [takeNumber(before.edit), takeNumber(after.edit)];
  return was === is ? undefined : { kind: 'kept-take', edit: editOfTake(after.edit), before: was, after: is };
}

function pinBefore({ picture }: RecordedReference): { readonly before?: PinnedFile } {
  return picture === undefined ? {} : { before: picture };
}

/** For each reference of the spec (by index) the recorded one that it is, or that it replaces: equal content first, then equal names. */
function pairUp(
  before: readonly RecordedReference[],
  after: readonly RecordedReference[],
): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const isFree = (index: number): boolean => ![...pairs.values()].includes(index);
  for (const keyOf of [contentOf, nameOf])
    for (const [index, side] of after.entries()) {
      if (pairs.has(index)) continue;
      const partner = before.findIndex((each, other) => keyOf(each) === keyOf(side) && isFree(other));
      if (partner >= 0) pairs.set(index, partner);
    }
  return pairs;
}

function contentOf({ content }: RecordedReference): string {
  return content;
}

/** Takes of one edit have one name: a reference is the output of the edit. */
function nameOf({ reference }: RecordedReference): string {
  if (reference.kind === 'output') return `output ${editOfTake(reference.edit)}`;
  return describeReference(reference);
}

function listPlanned(
  { images, lockedInput }: Pick<PlannedEdit, 'images' | 'lockedInput'>,
  { commitOf }: ReferenceFacts,
): readonly RecordedReference[] {
  const contents = contentsOf(images, lockedInput);
  return images.slice(0, MOST_COMPARED).flatMap((image, index): readonly RecordedReference[] => {
    const content = contents[index];
    // A hosted picture of `options` is compared as a setting.
    if (content === undefined) return [];
    const side = { content: toText(content), reference: nameImage(image) };
    const commit = image.kind === 'file' ? commitOf?.(image) : undefined;
    const isPinned = image.kind === 'file' && commit !== undefined;
    return [isPinned ? { ...side, picture: { path: image.path, commit } } : side];
  });
}

/** The references that an edit was made from, in their order. */
export function listRecorded({
  input,
  references = [],
  specCommit,
}: Omit<RecordedEntry, 'model' | 'files'>): readonly RecordedReference[] {
  const named = new Map(references.map((reference) => [reference.content, reference]));
  // The commit of the spec most likely has the file as well; the lock file may say anything, and this becomes a link.
  const madeFrom = isCommitName(specCommit) ? specCommit : undefined;
  return listContents(input)
    .slice(0, MOST_COMPARED)
    .map(toText)
    .map((content) => {
      const recorded = named.get(content);
      const reference = nameRecorded(content, recorded ?? {});
      const commit = recorded?.commit ?? madeFrom;
      const isPinned = reference.kind === 'file' && commit !== undefined;
      return { content, reference, ...(isPinned && { picture: { path: reference.path, commit } }) };
    });
}

function toText(content: Json): string {
  return typeof content === 'string' ? content : JSON.stringify(content);
}

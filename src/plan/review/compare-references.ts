import type { InspectedImage } from '../../references/types.ts';
import type { PlannedEdit } from '../types.ts';
import type { EditChange, PinnedFile, RecordedEntry, ReviewFacts } from './types.ts';

/** What a comparison of references must know besides them. */
export interface ReferenceFacts extends Pick<ReviewFacts, 'commitOf'> {
  /** Whether the output of that edit changes with this plan. */
  changes(edit: string): boolean;
}

/** A reference on one side of a comparison. */
interface Side {
  readonly content: string;
  readonly name: string;
  /** The id of the edit whose output it is. */
  readonly edit?: string;
  readonly picture?: PinnedFile;
}

/** A lock file may say anything: what is beyond this is not compared. The model takes ten references. */
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
    if (side.edit !== undefined && partner !== undefined)
      return [{ kind: 'input', edit: side.edit, isPlanned: facts.changes(side.edit) }];
    const after = side.picture !== undefined && { after: side.picture };
    if (partner === undefined) return [{ kind: 'reference-added', name: side.name, ...after }];
    return [{ kind: 'reference-replaced', name: side.name, ...pinBefore(partner), ...after }];
  });
  const removed = before
    .filter((_, index) => !paired.has(index))
    .map((side): EditChange => ({ kind: 'reference-removed', name: side.name, ...pinBefore(side) }));
  // In the order in which a map was filled, which is not that of the list.
  const order = after.flatMap((_, index) => pairs.get(index) ?? []);
  const isMixed = order.some((index, place) => index < (order[place - 1] ?? 0));
  return [...changes, ...removed, ...(isMixed ? [{ kind: 'reference-order' } as const] : [])];
}

function pinBefore({ picture }: Side): { readonly before?: PinnedFile } {
  return picture === undefined ? {} : { before: picture };
}

/** For each reference of the spec (by index) the recorded one that it is, or that it replaces: equal content first, then equal names. */
function pairUp(before: readonly Side[], after: readonly Side[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const isFree = (index: number): boolean => ![...pairs.values()].includes(index);
  for (const key of ['content', 'name'] as const)
    for (const [index, side] of after.entries()) {
      if (pairs.has(index)) continue;
      const partner = before.findIndex((each, other) => each[key] === side[key] && isFree(other));
      if (partner >= 0) pairs.set(index, partner);
    }
  return pairs;
}

function listPlanned(
  { images, lockedInput }: Pick<PlannedEdit, 'images' | 'lockedInput'>,
  { commitOf }: ReferenceFacts,
): readonly Side[] {
  const contents = listContents(lockedInput['image_urls']);
  return images.slice(0, MOST_COMPARED).map((image, index) => {
    const side = { content: contents[index] ?? '', name: nameImage(image) };
    if (image.kind === 'edit') return { ...side, edit: image.id };
    const commit = image.kind === 'file' ? commitOf?.(image) : undefined;
    return image.kind === 'file' && commit !== undefined
      ? { ...side, picture: { path: image.path, commit } }
      : side;
  });
}

function listRecorded({ input, references = [], specCommit }: RecordedEntry): readonly Side[] {
  const named = new Map(references.map((reference) => [reference.content, reference]));
  // The commit of the spec most likely has the file as well; the lock file may say anything, and this becomes a link.
  const madeFrom = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(specCommit ?? '') ? specCommit : undefined;
  return listContents(input['image_urls']).map((content) => {
    const { path, commit = madeFrom, edit } = named.get(content) ?? {};
    if (edit !== undefined) return { content, name: nameOutput(edit), edit };
    if (path === undefined) return { content, name: nameContent(content) };
    return { content, name: path, ...(commit !== undefined && { picture: { path, commit } }) };
  });
}

function listContents(value: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_COMPARED) : [];
  return all.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
}

/** What people call a reference of the spec. */
export function nameImage(image: InspectedImage): string {
  switch (image.kind) {
    case 'file':
      return image.path;
    case 'url':
      return withoutQuery(image.url);
    case 'edit':
      return nameOutput(image.id);
  }
}

function nameOutput(edit: string): string {
  return `the output of ${edit}`;
}

/** A reference that has no other name: an address, or the start of a hash. */
function nameContent(content: string): string {
  const hash = /^(sha256|edit):([0-9a-f]{12})/.exec(content);
  if (hash?.[1] === 'edit') return `an output (${hash[2] ?? ''})`;
  return hash === null ? withoutQuery(content) : `a file (${hash[2] ?? ''})`;
}

/** A query may be a signature that gives everyone access to the picture. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

import { listSettings } from '../../lock/locked-contents.ts';
import { sortJson } from '../../lock/sort-json.ts';
import type { Json, LockedInput } from '../../lock/types.ts';
import { shorten } from '../../shared/plain-text.ts';
import type { PlannedEdit } from '../types.ts';
import { compareReferences, type ReferenceFacts } from './compare-references.ts';
import { diffWords } from './diff-words.ts';
import type { EditChange, RecordedEntry } from './types.ts';

/** Names in the spec of keys that the service spells differently. */
const NAMES: Readonly<Record<string, string>> = { 'width×height': 'size', force_single: 'force-single' };

/** A prompt may have 800 characters; a lock file may say anything. */
const MOST_OF_A_PROMPT = 4000;
const MOST_OF_A_VALUE = 200;

/** How what the spec asks for differs from what an edit was made from, the prompt first. */
export function compareEdit(
  edit: Pick<PlannedEdit, 'images' | 'lockedInput' | 'model'>,
  entry: RecordedEntry,
  facts: ReferenceFacts,
): readonly EditChange[] {
  const [was, is] = [entry.input['prompt'], edit.lockedInput['prompt']];
  const isText = typeof was === 'string' && typeof is === 'string';
  const words: readonly EditChange[] =
    isText && was !== is
      ? [{ kind: 'prompt', words: diffWords(was.slice(0, MOST_OF_A_PROMPT), is.slice(0, MOST_OF_A_PROMPT)) }]
      : [];
  const [before, after] = [listSettings(entry.input), listSettings(edit.lockedInput)];
  const names = [...new Set([...after.keys(), ...before.keys(), ...(isText ? [] : ['prompt'])])].toSorted();
  return [
    ...words,
    ...compareReferences(edit, entry, facts),
    ...compareValues('model', entry.model, edit.model),
    ...names.flatMap((name) =>
      compareValues(
        NAMES[name] ?? name,
        valueOf(before, entry.input, name),
        valueOf(after, edit.lockedInput, name),
      ),
    ),
  ];
}

/** A prompt that is no text is compared like any other key. */
function valueOf(settings: ReadonlyMap<string, Json>, input: LockedInput, name: string): Json | undefined {
  return name === 'prompt' ? input['prompt'] : settings.get(name);
}

function compareValues(name: string, was: Json | undefined, is: Json | undefined): readonly EditChange[] {
  if (was === is || toText(was) === toText(is)) return [];
  const [before, after] = [showValue(was), showValue(is)];
  return [
    {
      kind: 'setting',
      name,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    },
  ];
}

function toText(value: Json | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(sortJson(value));
}

/** A size without its ratio, which follows from it. */
function showValue(value: Json | undefined): string | undefined {
  const text = typeof value === 'string' ? value.replace(/^(\d+x\d+)\(\d+:\d+\)$/, '$1') : toText(value);
  return text === undefined ? undefined : shorten(text, MOST_OF_A_VALUE);
}

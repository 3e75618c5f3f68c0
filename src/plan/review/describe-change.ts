import { toPlainLine } from '../../shared/plain-text.ts';
import { listSome } from '../../shared/list-some.ts';
import type { Clause } from '../../shared/sentence.ts';
import { describeReference } from './name-reference.ts';
import type { EditChange, WordPart } from './types.ts';

/** Number of missing files that are named. */
const MAX_NAMED = 5;

/** One difference as a clause for people; names are in backticks. */
export function describeChange(change: EditChange): Clause {
  switch (change.kind) {
    case 'forced':
      return '`force` names it';
    case 'missing-files': {
      const names = change.paths.map((path) => `\`${path}\``);
      return `${names.length === 1 ? 'a picture is' : 'pictures are'} missing on the branch: ${listSome(names, MAX_NAMED)}`;
    }
    case 'again':
      return `submitted again as requested: ${change.what}`;
    case 'prompt':
      return `prompt: ${describeWords(change.words)}`;
    case 'reference-added':
      return `new reference: ${describeReference(change.reference)}`;
    case 'reference-removed':
      return `reference removed: ${describeReference(change.reference)}`;
    case 'reference-replaced':
      return `reference changed: ${describeReference(change.reference)}`;
    case 'reference-order':
      return 'references in another order';
    case 'input':
      return `made from the output of \`${change.edit}\`, which ${change.isPlanned ? 'changes with this plan' : 'has changed'}`;
    case 'kept-take':
      return `take ${change.after} of \`${change.edit}\` is kept in place of take ${change.before}`;
    case 'setting':
      return `\`${change.name}\`: ${change.before ?? 'none'} → ${change.after ?? 'none'}`;
  }
}

/** What a change is about, in one or two words: for lists that have no room for more. */
export function nameChange(change: EditChange): Clause {
  switch (change.kind) {
    case 'forced':
      return 'forced';
    case 'missing-files':
      return 'missing files';
    case 'again':
      return 'submitted again';
    case 'prompt':
      return 'prompt';
    case 'reference-added':
    case 'reference-removed':
    case 'reference-replaced':
    case 'reference-order':
      return 'references';
    case 'kept-take':
    case 'input':
      return `output of \`${change.edit}\``;
    case 'setting':
      return change.name;
  }
}

/** Words for a log, where nothing can be struck out: `[-removed-]` and `{+added+}`. */
function describeWords(words: readonly WordPart[]): string {
  const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
  return toPlainLine(words.map(({ kind, text }) => `${marks[kind][0]}${text}${marks[kind][1]}`).join(''));
}

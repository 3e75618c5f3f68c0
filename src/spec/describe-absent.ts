import type { Desk } from '../shared/desk.ts';
import type { CommittedEntry } from '../shared/ports.ts';

/** Why a file of the commit is not in the checkout, and what to do; undefined if the commit does not have it either. */
export function describeAbsent(entry: CommittedEntry | undefined, { isAtDesk }: Desk): string | undefined {
  switch (entry?.kind) {
    case 'file':
    case 'link':
    case 'folder':
      return isAtDesk === true
        ? 'is in the commit but not here: it was moved or deleted, or a sparse checkout left it out. Restore it, or name another file.'
        : 'is in the commit but not in this checkout: a sparse checkout left it out, or an earlier step removed it. ' +
            'Add it to `sparse-checkout` in the actions/checkout step.';
    case 'submodule':
      return `is in the submodule \`${entry.path}\`, which is not checked out. ${isAtDesk === true ? 'Run `git submodule update --init`.' : 'Set `submodules: true` in the actions/checkout step.'}`;
    case 'absent':
    case 'no repository':
    case 'unknown':
    case undefined:
      return undefined;
  }
}

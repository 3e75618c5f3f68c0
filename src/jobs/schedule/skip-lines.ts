import type { EditOutcome } from '../../plan/outcome.ts';
import { plural } from '../../shared/format.ts';
import { listSome } from '../../shared/list-some.ts';
import type { Log } from '../../shared/ports.ts';

/** Number of edits that one line names. */
const MAX_NAMED = 20;

/** Lines about edits that are skipped: one line for all that are skipped at once for the same reason. */
export interface SkipLines {
  /** Keeps the line of an edit that was skipped until the next flush; false for any other edit. */
  hold(outcome: EditOutcome): boolean;
  /** Prints what is held. */
  flush(): void;
}

export function createSkipLines(log: Pick<Log, 'info'>): SkipLines {
  const held = new Map<string, string[]>();
  return {
    hold: ({ edit, state, error }) => {
      // What is refused for the run as a whole is reported once, as an error.
      if (state !== 'skipped' || error.code === 'run-refused') return false;
      const ids = held.get(error.message) ?? [];
      held.set(error.message, [...ids, edit.id]);
      return true;
    },
    flush: () => {
      for (const [message, ids] of held) {
        const [only = ''] = ids;
        log.info(
          ids.length === 1
            ? `${only}  skipped: ${message}`
            : `${plural(ids.length, 'edit')} skipped: ${message} (${listSome(ids, MAX_NAMED)})`,
        );
      }
      held.clear();
    },
  };
}

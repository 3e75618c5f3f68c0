import type { EditOutcome } from '../../plan/outcome.ts';
import { plural } from '../../shared/format.ts';
import { listSome } from '../../shared/list-some.ts';
import type { Log } from '../../shared/ports.ts';

/** Number of edits that one line names. */
const MAX_NAMED = 20;

/** Lines about edits that are not sent: one line for all that are left out at once for the same reason. */
export interface SkipLines {
  /** Keeps the line of an edit that was not sent until the next flush; false for any other edit. */
  hold(outcome: EditOutcome): boolean;
  /** Prints what is held. */
  flush(): void;
}

export function createSkipLines(log: Pick<Log, 'info'>): SkipLines {
  const held = new Map<string, string[]>();
  const isUnsent = ({ state, job, error }: EditOutcome): boolean =>
    state === 'skipped' || (state === 'pending' && job.kind === 'none' && error.code !== 'other-run');
  return {
    hold: (outcome) => {
      const { edit, state, error } = outcome;
      // What is refused for the run as a whole is reported once, as an error.
      if (error === undefined || !isUnsent(outcome) || error.code === 'run-refused') return false;
      const said = `${state}: ${error.message}`;
      held.set(said, [...(held.get(said) ?? []), edit.id]);
      return true;
    },
    flush: () => {
      for (const [said, ids] of held) {
        const [only = ''] = ids;
        log.info(
          ids.length === 1
            ? `${only}  ${said}`
            : `${plural(ids.length, 'edit')} ${said} (${listSome(ids, MAX_NAMED)})`,
        );
      }
      held.clear();
    },
  };
}

import type { ShardInput } from '../../inputs/parse-shard.ts';
import type { EditError } from '../../shared/edit-error.ts';
import type { Share } from './share-limits.ts';
import type { Budget } from '../types.ts';

/**
 * A budget that lets only some edits be sent, whatever happens during the run: another run may leave an edit unsent that
 * it was working on, and this one would send it. `shard` is the part of the plan that the run does.
 */
export function limitToApproved(
  budget: Budget,
  { maySend, partOf }: Pick<Share, 'maySend' | 'partOf'>,
  shard: ShardInput | undefined,
): Budget {
  if (maySend === undefined) return budget;
  return {
    ...budget,
    reserve: (edit) =>
      maySend.has(edit.id) ? budget.reserve(edit) : describeRefusal(shard, partOf.get(edit.id)),
  };
}

/** What the plan found there or in flight is gone since, or came to nothing. */
const NOT_SENT_BY_PLAN =
  'the plan has no job that sends it, because it was there or in flight when the plan was made. Start the workflow again: a new plan has it.';

/** `part`: the job of a divided plan that sends the edit; undefined if none does. */
function describeRefusal(shard: ShardInput | undefined, part: string | undefined): EditError {
  switch (shard?.kind) {
    case undefined: {
      const message =
        'Not sent: the plan file does not have it as an edit to send. Plan again, and apply the new plan.';
      return { code: 'not-planned', message };
    }
    case 'part': {
      const message =
        part === undefined
          ? `Not sent: ${NOT_SENT_BY_PLAN}`
          : `Not sent: another part of the plan makes it, the job with \`shard: ${part}\`, and has not delivered it. Run that job again, and then this one.`;
      return { code: 'not-planned', message };
    }
    case 'merge': {
      const message =
        part === undefined
          ? `Not made: ${NOT_SENT_BY_PLAN}`
          : `Not made: the job with \`shard: ${part}\` was to make it, and ended without it; the summary of that job says why. Run that job again: nothing is paid for twice.`;
      return { code: 'left-unmade', message };
    }
  }
}

import type { KilledEdit, KilledRun } from './read-killed-run.ts';
import type { Delivery } from '../../deliver/types.ts';
import type { CancelAttempt } from './close-killed-run.ts';
import { escapeMarkdown, markdownCode, markdownSentence } from '../../shared/escape-markdown.ts';
import { plural } from '../../shared/format.ts';

/** What the post step found and did about a run that was ended from outside. */
export interface Rescue {
  readonly killed: KilledRun;
  readonly cancels: readonly CancelAttempt[];
  /** Whether the next run finds what is in flight. */
  readonly keepsRecord: boolean;
  readonly delivery: Delivery;
  /** Whether the main step itself had delivered everything. */
  readonly isDelivered: boolean;
}

/** Sentences about the edits that ended with the run or whose outcome is still open; pure. In the order of the plan. */
export function describeRescue({
  killed,
  cancels,
  keepsRecord,
}: Omit<Rescue, 'delivery' | 'isDelivered'>): readonly {
  readonly id: string;
  readonly text: string;
}[] {
  const answers = new Map(cancels.map(({ id, answer }) => [id, answer]));
  return killed.edits.flatMap(({ id, end }: KilledEdit) => {
    switch (end.kind) {
      case 'ended':
      case 'not-sent':
        return [];
      case 'maybe-sent': {
        const text =
          'unknown: it may have been sent, and no answer came. Look at your requests on RunComfy; it is not sent again unless you set `on-unknown: resubmit`.';
        return [{ id, text }];
      }
      case 'in-flight': {
        const request = `request ${end.requestId}`;
        if (answers.get(id) === 'cancelled')
          return [{ id, text: `cancelled while it queued, nothing is charged for it (${request}).` }];
        const next = keepsRecord
          ? 'the next run collects it without paying again'
          : 'its result stays readable by its request id';
        return [{ id, text: `pending (${request}): ${next}.` }];
      }
    }
  });
}

/** How many edits succeeded before the run was killed, as a sentence; pure. */
export function describeSuccess({ edits }: KilledRun): string {
  const made = edits.filter(({ end }) => end.kind === 'ended' && end.state === 'succeeded').length;
  return `${plural(made, 'edit')} of ${edits.length} had succeeded.`;
}

/** The job summary of the post step, as Markdown; pure. */
export function renderRescue(rescue: Rescue): string {
  const { killed, delivery } = rescue;
  const open = describeRescue(rescue).map(
    ({ id, text }) => `- ${markdownCode(id)}: ${markdownSentence(text)}`,
  );
  return [
    '## … The step was stopped before its end',
    '',
    describeSuccess(killed),
    delivery.kind === 'artifact'
      ? `The pictures made so far: [${escapeMarkdown(delivery.name)}](${delivery.url}).`
      : '',
    ...killed.problems.map(markdownSentence),
    '',
    ...open,
    '',
  ].join('\n');
}

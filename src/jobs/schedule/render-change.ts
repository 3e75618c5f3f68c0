import type { EditOutcome } from '../../plan/outcome.ts';
import { formatDuration } from '../../shared/duration.ts';
import { formatUsd, plural } from '../../shared/format.ts';
import type { JobChange } from '../types.ts';

/** The log line about a change, beginning with the edit's id; undefined for changes too small for a line. */
export function renderChange(change: JobChange): string | undefined {
  switch (change.kind) {
    case 'submitting':
    case 'downloading':
      return undefined;
    case 'submitted':
      return `${change.edit.id}  submitted  request ${change.requestId}`;
    case 'collecting':
      return `${change.edit.id}  collecting  request ${change.requestId}`;
    case 'other-run':
      return `${change.edit.id}  another run is working on it; waiting for ${change.entry.step.url}`;
    case 'queued':
      return `${change.edit.id}  queued${change.position === undefined ? '' : `, position ${change.position}`}`;
    case 'running':
      return `${change.edit.id}  running`;
    case 'unrecognized':
      return `${change.edit.id}  the service says "${change.word}", which is unknown; still waiting`;
    case 'ended':
      return renderOutcome(change.outcome);
  }
}

function renderOutcome(outcome: EditOutcome): string | undefined {
  const { edit, state, error, files, timings, costUsd, warnings } = outcome;
  const { action } = edit;
  const time = timings.totalMs === undefined ? '' : ` in ${formatDuration(timings.totalMs)}`;
  // The plan listed them, and there may be thousands.
  if (state === 'unchanged' || state === 'adopted') return undefined;
  // It is reported once, for the run as a whole.
  if (error?.code === 'run-refused') return undefined;
  if (state !== 'succeeded') return `${edit.id}  ${state}: ${error.message}`;
  const sizes = new Set(
    files.flatMap(({ width, height }) => (width && height ? [`${width}x${height}`] : [])),
  );
  const isVideo = files.every(({ type }) => type.startsWith('video/'));
  const facts = [
    `${edit.id}  succeeded${time}`,
    plural(files.length, isVideo ? 'video' : 'picture'),
    ...sizes,
    ...(action.kind === 'share' ? [`the same as ${action.with}`] : []),
    ...(costUsd === undefined || action.kind === 'share' ? [] : [formatUsd(costUsd)]),
  ];
  return [facts.join(', '), ...warnings.map((warning) => `${edit.id}  note: ${warning}`)].join('\n');
}

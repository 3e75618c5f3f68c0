import { formatUsd } from '../shared/format.ts';
import { requestOf } from './request-of.ts';
import type { EditSoFar } from './types.ts';

/** What a run cost, as far as the service reported it. */
export interface CostSum {
  /** Sum of the costs that the service reported, in USD; absent if it reported none. */
  readonly knownUsd?: number;
  /** Edits that were or may have been charged for which the service reported no cost. */
  readonly unknownEdits: number;
}

/** Adds up the reported costs, and counts the edits for which none was reported: an unknown cost is never taken as 0. */
export function sumCosts(edits: readonly EditSoFar[]): CostSum {
  // A shared picture is paid for by the edit it comes from: its own 0 would make an unknown sum look known.
  const paid = edits.filter(({ edit }) => edit.action.kind !== 'share');
  const known = paid.flatMap((edit) => ('costUsd' in edit ? [edit.costUsd] : []));
  const unknownEdits = paid.filter((edit) => !('costUsd' in edit) && mayBeCharged(edit)).length;
  if (known.length === 0) return { unknownEdits };
  const sum = known.reduce((total, usd) => total + usd, 0);
  // Prices have few decimals; any more come from adding binary fractions.
  return { knownUsd: Math.round(sum * 1e6) / 1e6, unknownEdits };
}

/** The cost in words: `0.12 USD`, `at least 0.12 USD`, `unknown`, `none`. */
export function describeCost({ knownUsd, unknownEdits }: CostSum): string {
  if (knownUsd === undefined) return unknownEdits > 0 ? 'unknown' : 'none';
  return `${unknownEdits > 0 ? 'at least ' : ''}${formatUsd(knownUsd)}`;
}

/** A queued job that the service cancelled is not charged; an edit that may have been accepted might be. */
function mayBeCharged(edit: EditSoFar): boolean {
  return edit.state === 'unknown' || (requestOf(edit) !== undefined && edit.state !== 'cancelled');
}

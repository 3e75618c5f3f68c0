import { formatUsd, plural } from '../../shared/format.ts';
import type { PlannedMonth } from './types.ts';

/**
 * What was spent of the month's budget before this plan, behind the words "this month": `12.00 USD of 50.00 USD spent (2026-11, as
 * the lock file records it)`. `money` may change how an amount is written.
 */
export function describeMonth(
  { name, limitUsd, spentUsd, unpriced }: PlannedMonth,
  money: (usd: string) => string = (usd) => usd,
): string {
  const unknown = unpriced > 0 ? `; the cost of ${plural(unpriced, 'edit')} is not known` : '';
  const sums = `${money(formatUsd(spentUsd))} of ${money(formatUsd(limitUsd))}`;
  return `${sums} spent (${name}, as the lock file records it${unknown})`;
}

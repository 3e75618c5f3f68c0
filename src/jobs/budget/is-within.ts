/**
 * Whether a sum keeps within a limit, both in USD: prices such as 0.03 have no exact binary form, so one exactly at it
 * may seem over.
 */
export function isWithin(costUsd: number, maxCostUsd: number): boolean {
  return costUsd <= maxCostUsd + 1e-9;
}

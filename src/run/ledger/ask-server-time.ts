import { hasClaimsAhead } from '../../ledger/life/judge-entry.ts';
import { pruneOld } from '../../ledger/life/prune.ts';
import type { Ledger } from '../../ledger/life/types.ts';
import type { World } from '../../runner/world.ts';

/**
 * What time it is by a server, from now on, whatever becomes of this machine's clock; Unix ms. Undefined if that is not known or does
 * not matter.
 */
export async function askServerTime(
  ledger: Ledger,
  githubToken: string,
  { clock, github }: Pick<World, 'clock' | 'github'>,
  signal: AbortSignal,
): Promise<(() => number) | undefined> {
  if (!isTimeInDoubt(ledger, clock.now())) return undefined;
  const serverMs = await github(githubToken).serverTime(signal);
  if (serverMs === undefined) return undefined;
  const zeroMs = serverMs - clock.monotonicMs();
  return () => zeroMs + clock.monotonicMs();
}

/** Whether something would be forgotten if this machine's clock were right, or is dated far ahead of it. */
function isTimeInDoubt(ledger: Ledger, nowMs: number): boolean {
  if (hasClaimsAhead(ledger, nowMs)) return true;
  return pruneOld(ledger, { localMs: nowMs, serverMs: nowMs }).ledger !== ledger;
}

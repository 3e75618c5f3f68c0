/** Outside `refs/heads`: no branch shows, no workflow starts. */
export const STAGES = 'refs/dreamina/staging/';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The full name of a stage: its time is in it, so that one that was left behind can be told from one in use. */
export function stageRef(nowMs: number, random: number): string {
  return `${STAGES}${nowMs}-${Math.floor(random * 2 ** 48).toString(36)}`;
}

/** Whether a ref is a stage that is more than a day old: no run lasts so long. */
export function isStaleStage(ref: string, nowMs: number): boolean {
  const [, madeMs] = new RegExp(`^${STAGES}(\\d+)-`).exec(ref) ?? [];
  return madeMs !== undefined && nowMs - Number(madeMs) > DAY_MS;
}

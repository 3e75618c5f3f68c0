const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago something was, roughly and for people: `less than a minute`, `5 minutes`, `2 hours`, `3 days`. */
export function formatAge(ms: number): string {
  if (ms < MINUTE_MS) return 'less than a minute';
  if (ms < HOUR_MS) return count(ms / MINUTE_MS, 'minute');
  if (ms < 2 * DAY_MS) return count(ms / HOUR_MS, 'hour');
  return count(ms / DAY_MS, 'day');
}

function count(amount: number, unit: string): string {
  const whole = Math.floor(amount);
  return `${whole} ${unit}${whole === 1 ? '' : 's'}`;
}

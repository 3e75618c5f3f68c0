import { describe, expect, it } from 'vitest';

import { systemClock } from '../../src/runner/clock.ts';

describe('the clock', () => {
  it('ends a sleep with the reason of its signal', async () => {
    const reason = new Error('enough');
    const stop = new AbortController();
    const sleeping = systemClock.sleep(60_000, stop.signal);
    stop.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
  });

  it('does not wait longer than it must, nor at all for nothing', async () => {
    await systemClock.sleep(0);
    await systemClock.sleep(1);
    expect(systemClock.now()).toBeGreaterThan(1.7e12);
  });
});

import { describe, expect, it } from 'vitest';
import type { Fault } from '../../emulator/fault.ts';
import { Faults } from '../../emulator/faults.ts';

/** Which of so many calls a fault strikes, counted from 1. */
function struck(fault: Fault, calls: number, subject = 'a mug', seed = 1): number[] {
  const faults = new Faults(seed);
  faults.add(fault);
  const strikes = Array.from({ length: calls }, () => faults.forCall('submit', subject).fault !== undefined);
  return strikes.flatMap((strike, index) => (strike ? [index + 1] : []));
}

const reset = { on: 'submit', kind: 'reset' } as const;

describe('when a fault strikes', () => {
  it.each<[Fault, number[]]>([
    [reset, [1, 2, 3, 4, 5]],
    [{ ...reset, nth: 2 }, [2]],
    [{ ...reset, times: 3 }, [1, 2, 3]],
    [{ ...reset, nth: 2, times: 2 }, [2, 3]],
    [{ ...reset, match: 'mug' }, [1, 2, 3, 4, 5]],
    [{ ...reset, match: 'cat' }, []],
    [{ ...reset, rate: 0 }, []],
    [{ ...reset, rate: 1, times: 1 }, [1]],
    [{ on: 'status', kind: 'reset' }, []],
  ])('%j', (fault, expected) => {
    expect(struck(fault, 5)).toEqual(expected);
  });

  it('strikes at the rate asked for, and at the same calls with the same seed', () => {
    const fault = { ...reset, rate: 0.25 };
    expect(struck(fault, 1000).length).toBeGreaterThan(200);
    expect(struck(fault, 1000).length).toBeLessThan(300);
    expect(struck(fault, 1000)).toEqual(struck(fault, 1000));
    expect(struck(fault, 1000, 'a mug', 2)).not.toEqual(struck(fault, 1000));
  });

  it('does not depend on what else is called, for a rate', () => {
    const fault = { ...reset, rate: 0.5 };
    const mixed = new Faults(1);
    mixed.add(fault);
    const strikes = Array.from({ length: 20 }, (_, index) => {
      mixed.forCall('submit', `other ${index}`);
      return mixed.forCall('submit', 'a mug').fault !== undefined;
    });
    expect(strikes.flatMap((strike, index) => (strike ? [index + 1] : []))).toEqual(struck(fault, 20));
  });

  it('asks faults in order: delays add up, the first other one wins, and the rest is not used up', () => {
    const faults = new Faults(1);
    faults.add({ on: 'status', kind: 'latency', ms: 5 });
    faults.add({ on: 'status', kind: 'reset', times: 1 });
    faults.add({ on: 'status', kind: 'html', times: 1 });
    expect(faults.forCall('status', 'x')).toMatchObject({ delayMs: 5, fault: { kind: 'reset' } });
    expect(faults.forCall('status', 'x')).toMatchObject({ delayMs: 5, fault: { kind: 'html' } });
    expect(faults.forCall('status', 'x')).toEqual({ delayMs: 5, fault: undefined });
    expect(faults.list()).toHaveLength(3);
    faults.clear();
    expect(faults.forCall('status', 'x')).toEqual({ delayMs: 0, fault: undefined });
  });
});

describe('what is no fault', () => {
  it.each([
    [{ on: 'submit', kind: 'explode' }],
    [{ on: 'status', kind: 'no-id' }],
    [{ on: 'download', kind: 'error-body' }],
    [{ on: 'submit', kind: 'latency' }],
    [{ on: 'submit', kind: 'reset', nht: 1 }],
    [{ on: 'submit', kind: 'reset', rate: 2 }],
    [null],
  ])('%j', (fault) => {
    expect(() => {
      new Faults(1).add(fault as Fault);
    }).toThrow('Not a fault');
  });
});

import * as z from 'zod';
import { faultSchema, type Fault, type FaultOf } from './fault.ts';
import { draw } from './random.ts';

/** A call that faults can strike, or `job` for the work behind an accepted submit. */
export type FaultPoint = Fault['on'];

interface Entry {
  readonly fault: Fault;
  readonly number: number;
  /** Calls that matched so far. */
  matched: number;
  /** The same for each subject, so that a rate does not depend on the order of arrival. */
  readonly matchedBySubject: Map<string, number>;
}

/** The faults that are to strike, asked in the order in which they were added. */
export class Faults {
  #entries: Entry[] = [];
  #added = 0;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Adds a fault after checking it; throws an Error that says what is wrong with it. */
  add(fault: Fault): void {
    const parsed = faultSchema.safeParse(fault);
    if (!parsed.success) throw new Error(`Not a fault: ${z.prettifyError(parsed.error)}`);
    this.#entries.push({
      fault: parsed.data,
      number: this.#added++,
      matched: 0,
      matchedBySubject: new Map(),
    });
  }

  clear(): void {
    this.#entries = [];
  }

  list(): readonly Fault[] {
    return this.#entries.map((entry) => entry.fault);
  }

  /** All faults that strike this job; they add up. `subject` holds its id and prompt. */
  forJob(subject: string): readonly Fault[] {
    return this.#entries.filter((entry) => this.#strikes(entry, 'job', subject)).map((entry) => entry.fault);
  }

  /** What befalls this call: any delays, and the first other fault that strikes. */
  forCall(
    on: Exclude<FaultPoint, 'job'>,
    subject: string,
  ): { delayMs: number; fault: CallFault | undefined } {
    let delayMs = 0;
    for (const entry of this.#entries) {
      if (!this.#strikes(entry, on, subject)) continue;
      if (isCallFault(entry.fault)) return { delayMs, fault: entry.fault };
      if (entry.fault.kind === 'latency') delayMs += entry.fault.ms;
    }
    return { delayMs, fault: undefined };
  }

  #strikes(entry: Entry, on: FaultPoint, subject: string): boolean {
    const { fault } = entry;
    if (fault.on !== on || !subject.includes(fault.match ?? '')) return false;
    const nthOfAll = ++entry.matched;
    const nthOfSubject = (entry.matchedBySubject.get(subject) ?? 0) + 1;
    entry.matchedBySubject.set(subject, nthOfSubject);
    const first = fault.nth ?? 1;
    const count = fault.times ?? (fault.nth === undefined ? Number.POSITIVE_INFINITY : 1);
    if (nthOfAll < first || nthOfAll >= first + count) return false;
    return draw(this.#seed, 'fault', entry.number, subject, nthOfSubject) < (fault.rate ?? 1);
  }
}

/** The faults that take the place of an answer, or change it. */
export type CallFault = Exclude<Fault, { readonly kind: JobOnly | 'latency' }>;
type JobOnly = 'fails' | 'stuck' | 'lasts' | 'images' | 'png' | 'video';

const NOT_OF_CALLS: ReadonlySet<Fault['kind']> = new Set<JobOnly | 'latency'>([
  'latency',
  'fails',
  'stuck',
  'lasts',
  'images',
  'png',
  'video',
]);

function isCallFault(fault: Fault): fault is CallFault {
  return !NOT_OF_CALLS.has(fault.kind);
}

/** The first fault of this kind among those that strike a job. */
export function findFault<K extends Fault['kind']>(
  faults: readonly Fault[],
  kind: K,
): FaultOf<K> | undefined {
  return faults.find((fault): fault is FaultOf<K> => fault.kind === kind);
}

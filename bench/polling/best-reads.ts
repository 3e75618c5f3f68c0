import { tail } from './service-times.ts';

/** Times that can be read at, in standard deviations of their logarithm: the best ones are among these. */
const [FIRST, LAST, STEP] = [-4, 5, 0.02];

/** A time at which a job may be read, in medians of the times that jobs take. */
interface Moment {
  readonly at: number;
  /** The share of the jobs that take longer. */
  readonly survival: number;
  /** The times of the others, summed up and divided by the number of all. */
  readonly endedTime: number;
}

/** The reads that are best after one at a certain time, and what they cost. */
interface Onward {
  readonly moment: Moment;
  readonly cost: number;
  readonly next: Onward | undefined;
}

/**
 * When to read a job so that mean lag + `price` x mean number of reads is least of all ways that there are, if nothing is
 * known but that times are log-normal. Price and times are in medians. Unlike the least cost, which holds for many reads, this
 * holds for few as well.
 */
export function placeBestReads(sigma: number, price: number): readonly number[] {
  // From the last one back: what is best after each of the later ones is known then.
  const [last, ...earlier] = listMoments(sigma).toReversed();
  const known: Onward[] = last === undefined ? [] : [{ moment: last, cost: 0, next: undefined }];
  for (const moment of earlier) {
    let best: Onward = { moment, cost: Infinity, next: undefined };
    for (const next of known) {
      const { at, survival, endedTime } = next.moment;
      const lag = at * (moment.survival - survival) - (endedTime - moment.endedTime);
      const cost = price * moment.survival + lag + next.cost;
      if (cost < best.cost) best = { moment, cost, next };
    }
    known.push(best);
  }
  const reads: number[] = [];
  for (let read = known.at(-1)?.next; read !== undefined; read = read.next) reads.push(read.moment.at);
  return reads;
}

/** In rising order. So few jobs take longer than to the last one that they cost nothing. */
function listMoments(sigma: number): readonly Moment[] {
  const mean = Math.exp(sigma ** 2 / 2);
  const deviations = Array.from({ length: (LAST - FIRST) / STEP }, (_, n) => FIRST + n * STEP);
  const moments = deviations.map((z) => ({
    at: Math.exp(sigma * z),
    survival: tail(z),
    endedTime: mean * (1 - tail(z - sigma)),
  }));
  return [{ at: 0, survival: 1, endedTime: 0 }, ...moments];
}

/** Chances from 0 to 1 that follow from a seed, so that a benchmark's figures are the same each time. */
export function createChances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A log-normal time of that median, as drawn by `chance`; in the median's unit. */
export function drawTime(median: number, sigma: number, chance: () => number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  return median * Math.exp(sigma * normal);
}

/** Normal deviations in so many parts that are equally likely, the middle of each. */
export function evenDeviations(count: number): readonly number[] {
  const inverse = (share: number): number => {
    let [low, high] = [-8, 8];
    for (let n = 0; n < 60; n += 1) {
      const middle = (low + high) / 2;
      if (1 - tail(middle) < share) low = middle;
      else high = middle;
    }
    return low;
  };
  return Array.from({ length: count }, (_, n) => inverse((n + 0.5) / count));
}

/**
 * Reads x mean lag cannot be less for log-normal times than this: half the square of the integral of
 * sqrt(density x survival); in the median's unit.
 */
export function leastCost(median: number, sigma: number): number {
  const step = 0.001;
  let integral = 0;
  for (let z = -8; z < 8; z += step) {
    const density = Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);
    integral += Math.sqrt(density * tail(z) * median * Math.exp(sigma * z) * sigma) * step;
  }
  return integral ** 2 / 2;
}

/** The chance that a normal deviation is greater than `z`, by summing the density up. */
export function tail(z: number): number {
  if (z < 0) return 1 - tail(-z);
  const steps = 200;
  const end = Math.max(z, 10);
  const width = (end - z) / steps;
  let sum = 0;
  for (let n = 0; n <= steps; n += 1) {
    const weight = n === 0 || n === steps ? 1 : n % 2 === 1 ? 4 : 2;
    sum += weight * Math.exp(-((z + n * width) ** 2) / 2);
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI);
}

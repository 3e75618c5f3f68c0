/** What a benchmark measured. Units stand in the names of the figures. */
export interface BenchmarkResult {
  readonly figures: Readonly<Record<string, number>>;
  /** For each figure that has a limit, its least or greatest allowed value. */
  readonly limits: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;
}

/** Measures one thing on this machine; `quick` stays within 60 seconds. */
export type Benchmark = (options: { readonly quick: boolean }) => Promise<BenchmarkResult>;

/** The line for programs that ends a benchmark: `RESULT {"name": ...}`, numbers rounded to two decimals. */
export function formatResult(name: string, { figures, limits }: BenchmarkResult): string {
  const rounded = (_key: string, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 100) / 100 : value;
  return `RESULT ${JSON.stringify({ name, figures, limits }, rounded)}`;
}

/** Whether every limited figure was measured and keeps its limit. */
export function isWithinLimits({ figures, limits }: BenchmarkResult): boolean {
  return Object.entries(limits).every(([name, { min = -Infinity, max = Infinity }]) => {
    const figure = figures[name];
    return figure !== undefined && figure >= min && figure <= max;
  });
}

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

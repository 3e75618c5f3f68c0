/**
 * Runs `work` on every item, at most `limit` at a time, and gives the values in the items' order.
 * `work` is called only when its turn comes. After the first rejection no further item is begun; that
 * rejection is thrown once the work under way has ended, so that nothing goes on unwatched.
 */
export async function mapBounded<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const values = new Array<R>(items.length);
  const queue = items.entries();
  let failed = false;

  async function drain(): Promise<void> {
    for (const [index, item] of queue) {
      if (failed) return;
      try {
        values[index] = await work(item, index);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  }

  const workers = Array.from({ length: Math.min(limit, items.length) }, drain);
  await Promise.allSettled(workers);
  await Promise.all(workers);
  return values;
}

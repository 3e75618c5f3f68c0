/**
 * The cycles found in one depth-first walk over a graph: at least one for each group of nodes that depend on each other.
 * Each is the list of its nodes, without repeating the first one at the end. `edges` may omit nodes without edges.
 */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const start of edges.keys()) {
    // An explicit stack: a chain of thousands of edits would overflow the call stack.
    const way: string[] = [];
    const stepsOf: Iterator<string>[] = [];
    const onWay = new Map<string, number>();
    const enter = (node: string): void => {
      onWay.set(node, way.length);
      way.push(node);
      stepsOf.push((edges.get(node) ?? []).values());
    };
    if (!done.has(start)) enter(start);
    for (let steps = stepsOf.at(-1); steps !== undefined; steps = stepsOf.at(-1)) {
      const step = steps.next();
      if (step.done === true) {
        const left = way.pop();
        stepsOf.pop();
        if (left !== undefined) {
          onWay.delete(left);
          done.add(left);
        }
        continue;
      }
      const seenAt = onWay.get(step.value);
      if (seenAt !== undefined) cycles.push(way.slice(seenAt));
      else if (!done.has(step.value)) enter(step.value);
    }
  }
  return cycles;
}

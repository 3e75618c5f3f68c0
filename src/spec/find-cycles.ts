/**
 * The cycles met in one depth-first walk over a graph: at least one for each group of nodes that need each other, each
 * as the nodes along it, the first one not repeated at its end. `edges` need not name every node.
 */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const cycles: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const start of edges.keys()) {
    // A stack of our own: a chain of thousands of edits would be too deep for the language's.
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

/**
 * Output paths (without extension) for the `count` pictures of one edit: `hero` alone, or `hero-1`, `hero-2`, ...
 * Numbers that would hit the path of another edit in `taken` (lower case) are left out, as files must not collide on
 * any system. The same plan gives the same paths in every run.
 */
export function numberOutputs(output: string, count: number, taken: ReadonlySet<string>): readonly string[] {
  if (count === 1) return [output];
  const paths: string[] = [];
  for (let number = 1; paths.length < count; number += 1) {
    const path = `${output}-${number}`;
    if (!taken.has(path.toLowerCase())) paths.push(path);
  }
  return paths;
}

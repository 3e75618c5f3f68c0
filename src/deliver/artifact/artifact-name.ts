/** A matrix has at most 256 jobs (GitHub's documented limit), and each of them may ask for the same name. */
const MOST_JOBS = 256;

/**
 * The names to try for an artifact, in order. A name is taken for the whole run, re-runs and other jobs
 * included, so a re-run adds its attempt; the number behind it finds the next free name among matrix jobs.
 */
export function artifactNames(name: string, attempt: number, tries = MOST_JOBS + 1): readonly string[] {
  const own = attempt > 1 ? `${name}-attempt-${attempt}` : name;
  return [own, ...Array.from({ length: tries - 1 }, (_, index) => `${own}-${index + 2}`)];
}

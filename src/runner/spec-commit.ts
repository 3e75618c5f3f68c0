import type { RunnerEvent } from './read-event.ts';
import type { World } from './world.ts';

type CommitPorts = Pick<World, 'readEvent' | 'repository'>;

/**
 * The commit that this run's pictures are made from. Undefined outside a workflow, and for a pull request: its merge
 * commit is in no branch's history, so it is neither older nor newer than anything.
 */
export async function readSpecCommit({ readEvent, repository }: CommitPorts): Promise<string | undefined> {
  const { name } = await readEvent();
  return name.startsWith('pull_request') ? undefined : repository.sha;
}

/**
 * The commit whose address is good for as long as anyone may need it: this run's own, or for a pull request the head
 * commit. GitHub makes a new merge commit of a pull request whenever either side changes, and the old one may vanish
 * while a job waits. Undefined if it is not known.
 */
export async function readLastingCommit({ readEvent, repository }: CommitPorts): Promise<string | undefined> {
  const event = await readEvent();
  return runsOnMergeCommit(event) ? event.pull?.head : repository.sha;
}

/** The commits that may have this run's files, those whose addresses last the longest first. */
export async function listCommits(world: CommitPorts): Promise<readonly string[]> {
  const all = [await readLastingCommit(world), world.repository.sha];
  return [...new Set(all.filter((commit) => commit !== undefined))];
}

/** `pull_request_target` runs on a commit of the base branch. */
function runsOnMergeCommit({ name }: RunnerEvent): boolean {
  return name.startsWith('pull_request') && name !== 'pull_request_target';
}

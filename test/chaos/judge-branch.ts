import { createHash } from 'node:crypto';

import { expandSpec, groupOf } from './chaos-spec.ts';
import type { Evidence, Job } from './evidence.ts';
import type { BranchState } from './read-branch.ts';

/**
 * What is on the branch is what was made: each edit of the lock file has the pictures of its request, whole and in order,
 * and was made from the right pictures of others. What somebody took away may be missing until a run has made it again.
 */
export function judgeBranch({ attempts, jobs, keys, disguises }: Evidence): readonly string[] {
  const last = attempts.at(-1)?.after;
  const removed = new Set(attempts.map(({ tampered }) => tampered?.removed));
  if (last === undefined) return [];
  const byId = new Map(jobs.map((job) => [job.requestId, job]));
  return [last, ...last.others.values()].flatMap((branch) => judgeOne(branch));

  function judgeOne({ locked, files: there }: BranchState): readonly string[] {
    const edits = Object.entries(locked).flatMap(
      ([id, { fingerprint, request_id: requestId, files, stored }]) => {
        const job = byId.get(requestId);
        if (job === undefined) return [`${id} is locked with request ${requestId}, which no one made`];
        const faults = files.flatMap(({ path, sha256, bytes }) => {
          if (stored !== undefined) return [];
          const content = there.get(path);
          if (content === undefined)
            return removed.has(path) ? [] : [`${path} of ${id} is not on the branch`];
          return content.length === bytes && hash(content) === sha256
            ? []
            : [`${path} of ${id} is not what the lock says`];
        });
        const isMade = ({ sha256 }: { readonly sha256: string }, index: number): boolean => {
          const made = job.outputs[index] ?? '';
          return sha256 === made || disguises.get(sha256)?.has(made) === true;
        };
        if (files.length !== job.outputs.length || !files.every(isMade))
          faults.push(`the pictures of ${id} are not those of request ${requestId}`);
        if (job.key !== groupOf(keys.get(fingerprint) ?? ''))
          faults.push(`${id} has the pictures of another edit: ${job.key}`);
        return faults;
      },
    );
    const leftovers = [...there.keys()].filter((name) => name.endsWith('.part'));
    return [...edits, ...leftovers.map((name) => `${name} is on the branch`)];
  }
}

/** Each job that uses the output of another edit was given that of a job for the right one. */
export function judgeReferences({ attempts, jobs, disguises }: Evidence): readonly string[] {
  const outputs = new Map<string, Set<string>>();
  const noteOutput = (key: string, name: string): void => {
    outputs.set(key, (outputs.get(key) ?? new Set()).add(name));
  };
  for (const {
    key,
    outputs: [sha256],
    outputUrls: [url],
  } of jobs) {
    if (sha256 !== undefined) noteOutput(key, sha256);
    if (url !== undefined) noteOutput(key, url);
  }
  // Takes are sent alike: that the kept one is used is known by the fingerprint of what is made from it.
  const needs = new Map<string, readonly string[]>();
  for (const { attempt } of attempts) {
    const edits = expandSpec(attempt.spec);
    const keyOf = new Map(edits.map(({ id, key }) => [id, key]));
    for (const edit of edits)
      needs.set(
        groupOf(edit.key),
        edit.needs.map((id) => groupOf(keyOf.get(id) ?? '')),
      );
  }
  // Needed edits stand before the files among an edit's images.
  const isRight = (job: Job): boolean =>
    (needs.get(job.key) ?? []).every((key, index) => {
      const sent = job.imageUrls[index] ?? '';
      const name = /;sha256=(.*)$/.exec(sent)?.[1] ?? sent;
      return [name, ...(disguises.get(name) ?? [])].some((each) => outputs.get(key)?.has(each) === true);
    });
  return jobs.filter((job) => !isRight(job)).map(({ key }) => `made from the wrong picture: ${key}`);
}

function hash(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

import type { GitHub } from '../support/github/start-github.ts';
import { groupOf } from './chaos-spec.ts';
import { keysOf, keysOn, type Evidence } from './evidence.ts';
import { isOnBranch } from './read-branch.ts';

/**
 * What any branch has is not paid for again: not what is published, not what a preview has, and not what is proposed or was
 * merged. Only for stories in which every run sees all branches.
 */
export function judgePaidAgain({ attempts, submits, keys }: Evidence): readonly string[] {
  return attempts.flatMap(({ attempt, startedAtMs, before }, index) => {
    if (attempt.place === undefined) return [];
    const endMs = attempts[index + 1]?.startedAtMs ?? Infinity;
    const there = keysOn([before, ...before.others.values()], { keys }, isOnBranch);
    // Takes are sent alike: one that is sent is not known to be another than those that are there, unless all are.
    const wanted = [...keysOf(attempt.spec).values()];
    const isThere = (group: string): boolean => {
      const takes = wanted.filter((key) => groupOf(key) === group);
      return (takes.length === 0 ? [group] : takes).every((key) => there.has(key));
    };
    const again = submits.filter(
      ({ key, atMs, status = 0 }) =>
        atMs >= startedAtMs && atMs < endMs && isThere(key) && !(status >= 400 && status < 500),
    );
    return again.map(({ key }) => `sent in attempt ${index + 1}, although a branch has it: ${key}`);
  });
}

/** There is one open pull request for a head, and one comment on a pull request. */
export function judgeGitHub({ state }: GitHub): readonly string[] {
  const open = state.pulls.filter((pull) => pull.state === 'open').map(({ head }) => head.branch);
  const twice = open.filter((branch, index) => open.indexOf(branch) !== index);
  const commented = state.comments.map(({ number }) => number);
  const repeated = commented.filter((number, index) => commented.indexOf(number) !== index);
  return [
    ...twice.filter((branch) => branch !== 'new-banners').map((branch) => `two pull requests for ${branch}`),
    ...repeated.map((number) => `two comments on pull request ${number}`),
  ];
}

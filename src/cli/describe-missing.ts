import { LEDGER_REF } from '../ledger/stores/git-store.ts';
import type { Problem } from '../shared/problem.ts';
import type { Clause } from '../shared/sentence.ts';
import type { PlanCommand } from './commands.ts';
import { fetchBranch, fetchLedger, type FetchedRefs, type LackingFile } from './fetched-refs.ts';
import { quoteArgument } from './quote-argument.ts';

/** A warning for each branch that was not fetched or only in part, with what follows from that and what to do; pure. */
export function describeMissing(
  fetched: FetchedRefs | undefined,
  hasRemote: boolean,
  command: Pick<PlanCommand, 'remote' | 'branch' | 'baseBranch'>,
): readonly Problem[] {
  if (fetched === undefined)
    return [
      warn(
        'This folder is in no git checkout, so it is not known which pictures are there already, and every edit counts as new.',
      ),
    ];
  const { remote, branch, baseBranch } = command;
  const { lacking, hasBranch, hasBase } = fetched;
  if (!hasRemote && !hasBranch && !hasBase && lacking.length === 0)
    return [
      warn(
        `This checkout has no remote \`${remote}\`, so it is not known which pictures are there already, and every edit counts as new. If the remote has another name, give it with \`--remote\`.`,
      ),
    ];
  const consequences = new Map<string, Clause>([
    ...(hasBranch
      ? []
      : [
          [
            branch,
            hasBase ? `only what \`${baseBranch ?? ''}\` has counts as made` : 'every edit counts as new',
          ] as const,
        ]),
    ...(baseBranch === undefined || hasBase
      ? []
      : [[baseBranch, 'none of its pictures count as made'] as const]),
  ]);
  const isLacking = (name: string) => lacking.some(({ ref }) => ref === headOf(name));
  const absent = [...consequences].filter(([name]) => !isLacking(name));
  return [
    ...absent.map(([name, so]) =>
      warn(
        `There is no \`${localName(headOf(name), remote)}\` here, so ${so}. If the branch exists, fetch it: \`${fetchBranch(command, name)}\`.`,
      ),
    ),
    ...lacking.map((file) => describeLacking(file, consequences, remote)),
  ];
}

/** A line if nothing is known of work in flight, because the ledger was never fetched; pure. */
export function describeUnread(
  fetched: Pick<FetchedRefs, 'hasLedger' | 'lacking'> | undefined,
  command: Pick<PlanCommand, 'remote'>,
): readonly string[] {
  if (fetched === undefined || fetched.hasLedger || fetched.lacking.some(({ ref }) => ref === LEDGER_REF))
    return [];
  return [
    `Work in flight is not in this plan. To include it, fetch the ledger: \`${fetchLedger(command)}\`.`,
  ];
}

function describeLacking(
  { ref, path, lacks }: LackingFile,
  consequences: ReadonlyMap<string, Clause>,
  remote: string,
): Problem {
  const local = localName(ref, remote);
  const so =
    ref === LEDGER_REF
      ? 'work in flight is not in this plan'
      : (consequences.get(ref.replace('refs/heads/', '')) ?? 'nothing of it can be adopted');
  // Git fetches what it is asked for.
  const commands = [
    ...(lacks === 'folders' ? [`git ls-tree -r --name-only ${quoteArgument(local)}`] : []),
    `git cat-file -e ${quoteArgument(`${local}:${path}`)}`,
  ].map((command) => `\`${command}\``);
  return warn(
    `This partial clone has no \`${path}\` of \`${local}\`, so ${so}. Fetch it with ${commands.join(' and ')}, and plan again.`,
  );
}

function headOf(branch: string): string {
  return `refs/heads/${branch}`;
}

/** Where a ref of the remote is in the checkout. */
function localName(ref: string, remote: string): string {
  return ref.replace(/^refs\/heads\//, `refs/remotes/${remote}/`);
}

function warn(message: string): Problem {
  return { severity: 'warning', message };
}

import { shortCommit } from '../../shared/commit-name.ts';
import type { EditStatus, PendingStatus } from '../../plan/review/types.ts';
import { markdownCode, markdownSentence } from '../../shared/escape-markdown.ts';
import { shorten } from '../../shared/plain-text.ts';
import { linkAddress } from '../addresses.ts';
import { capital } from '../summary-totals.ts';

/** As much of a reason as is shown; the plan file has all of it. */
const REASON_CHARACTERS = 400;

/** How many files one edit names. */
const MAX_NAMED = 10;

/** The status in a word or two, which is all that is certain to be read. */
export function renderStatus(status: EditStatus): string {
  switch (status.kind) {
    case 'new':
    case 'changed':
    case 'unchanged':
    case 'blocked':
    case 'frozen':
      return `**${status.kind}**`;
    case 'pending':
      return `**${PENDING[status.why]}**`;
    case 'moved':
      return status.isCopied ? `**copied** from ${markdownCode(status.from)}` : '**moved**';
    case 'adopted':
      return `**adopted** from branch ${markdownCode(status.branch)}, commit ${markdownCode(shortCommit(status.commit))}`;
    case 'aside':
      return '**set aside**';
    case 'shared':
      return `**same as** ${markdownCode(status.with)}`;
    case 'skipped':
      return '**left out**';
  }
}

const PENDING = { collect: 'paid for', 'other-run': 'in another run', hold: 'on hold' } as const;

/** What there is to say about a status besides its name: sentences in Markdown. */
export function renderDetails(status: EditStatus, repositoryUrl: string): readonly string[] {
  switch (status.kind) {
    case 'new':
    case 'changed':
      return [];
    case 'unchanged':
      return status.newerCommit === undefined
        ? []
        : [
            `Stays as it is: the branch was made from the newer commit ${markdownCode(shortCommit(status.newerCommit))}.`,
          ];
    case 'pending':
      return renderPending(status, repositoryUrl);
    case 'blocked':
      return [`Not sent: it needs the output of ${markdownCode(status.by)}, which is on hold.`];
    case 'frozen':
      return status.hasPictures
        ? ['Stays as it is, although the spec has changed.']
        : ['Has no pictures, and none are made.'];
    case 'adopted':
      return ['Paid for already: its pictures are copied from there.', ...renderMoves(status)];
    case 'moved':
      return renderMoves(status);
    case 'aside':
      return ['Paid for, and not the kept take: its pictures leave the branch and stay in its history.'];
    case 'shared':
      return ['Made and paid for once.'];
    case 'skipped':
      return [`${markdownSentence(shorten(status.reason, REASON_CHARACTERS))}.`];
  }
}

function renderMoves({
  files,
}: Extract<EditStatus, { readonly kind: 'moved' | 'adopted' }>): readonly string[] {
  return files
    .slice(0, MAX_NAMED)
    .map(({ from, to }) => (from === to ? markdownCode(to) : `${markdownCode(from)} → ${markdownCode(to)}`));
}

function renderPending(
  { why, what, runUrl, requestId }: PendingStatus,
  repositoryUrl: string,
): readonly string[] {
  const request = requestId === undefined ? '' : ` Request ${markdownCode(requestId)}.`;
  // With a request id, the clause says already that it was paid for.
  const mayBePaid = why === 'hold' && requestId === undefined ? ' It may have been paid for.' : '';
  const consent = why === 'hold' ? ' It is not sent again without your consent: `on-unknown: resubmit`.' : '';
  return [
    `${linkRun(shorten(what, REASON_CHARACTERS), runUrl, repositoryUrl)}.${request}${mayBePaid}${consent}`,
  ];
}

/** The clause as a sentence's beginning, with a link to the run: in place of its address, otherwise at the end. */
function linkRun(what: string, runUrl: string, repositoryUrl: string): string {
  // The ledger, or a plan file from a fork, may name any address.
  const runs = `${repositoryUrl}/actions/runs/`;
  if (!runUrl.startsWith(runs) || !/^\d+(?:\/attempts\/\d+)?$/.test(runUrl.slice(runs.length)))
    return capital(markdownSentence(what));
  const address = linkAddress(runUrl);
  const named = `the run ${runUrl} `;
  return what.startsWith(named)
    ? `[The run](${address}) ${markdownSentence(what.slice(named.length))}`
    : `${capital(markdownSentence(what))} ([run](${address}))`;
}

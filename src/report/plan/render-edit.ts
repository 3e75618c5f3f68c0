import { nameChange } from '../../plan/review/describe-change.ts';
import type { EditStatus, PendingStatus, ReviewedEdit } from '../../plan/review/types.ts';
import { escapeMarkdown, markdownCode, markdownSentence } from '../../shared/escape-markdown.ts';
import { listSome } from '../../shared/list-some.ts';
import { shorten } from '../../shared/plain-text.ts';
import { linkAddress } from '../addresses.ts';
import { renderChange, renderPinned, renderReference, type PictureForm } from './render-change.ts';

/** As much of a text as is shown; the plan file has all of it. */
const ABOUT_CHARACTERS = 120;
const PROMPT_CHARACTERS = 300;
const REASON_CHARACTERS = 400;

/** How many files or references one edit names. */
const MAX_NAMED = 10;

/** How an edit is shown: with every change, or with the names of what changed. */
export type EditForm = { readonly kind: 'full'; readonly pictures: PictureForm } | { readonly kind: 'short' };

/** An edit of a plan as an item of a Markdown list. */
export function renderEdit(edit: ReviewedEdit, form: EditForm): string {
  const head = `- ${markdownCode(edit.id)} ${describeStatus(edit.status)}`;
  if (form.kind === 'short') {
    const names = [...new Set(edit.changes.map(nameChange))];
    return names.length === 0 ? head : `${head}: ${markdownSentence(listSome(names, MAX_NAMED))}`;
  }
  const { description, status, current } = edit;
  const about =
    description === undefined ? '' : `: ${escapeMarkdown(shorten(description, ABOUT_CHARACTERS))}`;
  const lines = [
    ...(status.kind === 'new' ? describeRequest(edit) : []),
    ...describeDetails(status),
    ...edit.changes.map((change) => renderChange(change, form.pictures)),
    ...(current === undefined || edit.changes.length === 0
      ? []
      : [renderCurrent(renderPinned(current, 'the picture now', form.pictures), form.pictures)]),
  ];
  return [`${head}${about}`, ...lines.map((line) => `  - ${line}`)].join('\n');
}

function renderCurrent(picture: string, { show }: PictureForm): string {
  return show === 'pictures' ? `The picture now:<br>${picture}` : `See ${picture}`;
}

/** What a new edit is made from: there is nothing to compare it with. */
function describeRequest({ prompt, size, references }: ReviewedEdit): readonly string[] {
  const names = references.slice(0, MAX_NAMED).map(renderReference);
  const more = references.length - names.length;
  return [
    `Prompt: ${escapeMarkdown(shorten(prompt, PROMPT_CHARACTERS))}`,
    `${escapeMarkdown(size.replace(/\(.*\)$/, ''))}, from ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ];
}

/** The status in a word or two, which is all that is certain to be read. */
function describeStatus(status: EditStatus): string {
  switch (status.kind) {
    case 'new':
    case 'changed':
    case 'unchanged':
    case 'frozen':
      return `**${status.kind}**`;
    case 'pending':
      return `**${PENDING[status.why]}**`;
    case 'moved':
      return status.isCopied ? `**copied** from ${markdownCode(status.from)}` : '**moved**';
    case 'shared':
      return `**same as** ${markdownCode(status.with)}`;
    case 'skipped':
      return '**left out**';
  }
}

const PENDING = { collect: 'paid for', 'other-run': 'in another run', hold: 'on hold' } as const;

function describeDetails(status: EditStatus): readonly string[] {
  switch (status.kind) {
    case 'new':
    case 'changed':
      return [];
    case 'unchanged':
      return status.newerCommit === undefined
        ? []
        : [
            `Stays as it is: the branch was made from the newer commit ${markdownCode(status.newerCommit.slice(0, 7))}.`,
          ];
    case 'pending':
      return describePending(status);
    case 'frozen':
      return status.hasPictures
        ? ['Stays as it is, although the spec has changed.']
        : ['Has no pictures, and none are made.'];
    case 'moved':
      return status.files
        .slice(0, MAX_NAMED)
        .map(({ from, to }) => `${markdownCode(from)} → ${markdownCode(to)}`);
    case 'shared':
      return ['Made and paid for once.'];
    case 'skipped':
      return [`${markdownSentence(shorten(status.reason, REASON_CHARACTERS))}.`];
  }
}

function describePending({ why, what, runUrl, requestId }: PendingStatus): readonly string[] {
  const text = markdownSentence(shorten(what, REASON_CHARACTERS));
  const run = /^https?:\/\//.test(runUrl) ? ` ([run](${linkAddress(runUrl)}))` : '';
  const request = requestId === undefined ? '' : ` Request ${markdownCode(requestId)}.`;
  const consent =
    why === 'hold'
      ? ' It may have been paid for. It is not sent again without your consent: `on-unknown: resubmit`.'
      : '';
  return [`${text.charAt(0).toUpperCase()}${text.slice(1)}${run}.${request}${consent}`];
}

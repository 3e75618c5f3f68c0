import { nameChange } from '../../plan/review/describe-change.ts';
import type { ReviewedEdit } from '../../plan/review/types.ts';
import { escapeMarkdown, markdownCode, markdownSentence } from '../../shared/escape-markdown.ts';
import { listSome } from '../../shared/list-some.ts';
import { shorten } from '../../shared/plain-text.ts';
import { renderChange, renderPinned, renderReference, type PictureForm } from './render-change.ts';
import { renderDetails, renderStatus } from './render-status.ts';

/** As much of a text as is shown; the plan file has all of it. */
const ABOUT_CHARACTERS = 120;
const PROMPT_CHARACTERS = 300;
const OPTION_CHARACTERS = 80;

/** How many references or changes one edit names. */
const MAX_NAMED = 10;

/** How many changes of one edit are shown: more than there are references and settings. */
const MOST_CHANGES = 300;

/** How an edit is shown: with every change, or with the names of what changed. */
export type EditForm = { readonly kind: 'full'; readonly pictures: PictureForm } | { readonly kind: 'short' };

/** An edit of a plan as an item of a Markdown list. */
export function renderEdit(edit: ReviewedEdit, form: EditForm): string {
  const head = `- ${markdownCode(edit.id)} ${renderStatus(edit.status)}`;
  if (form.kind === 'short') {
    const names = [...new Set(edit.changes.map(nameChange))];
    return names.length === 0 ? head : `${head}: ${markdownSentence(listSome(names, MAX_NAMED))}`;
  }
  const { description, status, current, changes } = edit;
  const about =
    description === undefined ? '' : `: ${escapeMarkdown(shorten(description, ABOUT_CHARACTERS))}`;
  const lines = [
    ...(status.kind === 'new' ? renderRequest(edit) : []),
    ...renderDetails(status, form.pictures.repositoryUrl),
    ...changes.slice(0, MOST_CHANGES).map((change) => renderChange(change, form.pictures)),
    ...(changes.length > MOST_CHANGES
      ? [`And ${changes.length - MOST_CHANGES} more: see the plan file`]
      : []),
    ...(current === undefined || changes.length === 0
      ? []
      : [renderCurrent(renderPinned(current, 'current picture', form.pictures), form.pictures)]),
  ];
  return [`${head}${about}`, ...lines.map((line) => `  - ${line}`)].join('\n');
}

function renderCurrent(picture: string, { show }: PictureForm): string {
  return show === 'pictures' ? `Current picture:<br>${picture}` : `See the ${picture}`;
}

/** What a new edit is made from: there is nothing to compare it with. */
function renderRequest({ prompt, model, size, options = {}, references }: ReviewedEdit): readonly string[] {
  const names = references.slice(0, MAX_NAMED).map(renderReference);
  const more = references.length - names.length;
  const what = size === undefined ? markdownCode(model) : escapeMarkdown(size.replace(/\(.*\)$/, ''));
  const settings = Object.entries(options).map(([key, value]) =>
    markdownCode(`${key}: ${shorten(value, OPTION_CHARACTERS)}`),
  );
  return [
    `Prompt: ${escapeMarkdown(shorten(prompt, PROMPT_CHARACTERS))}`,
    ...(settings.length === 0 ? [] : [`Options: ${listSome(settings, MAX_NAMED)}`]),
    `${what}, from ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  ];
}

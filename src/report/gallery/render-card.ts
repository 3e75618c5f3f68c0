import { shownAs } from '../../media/formats.ts';
import type { MediaFile } from '../../media/types.ts';
import type { EditOutcome } from '../../plan/outcome.ts';
import { escapeHtml } from '../../shared/escape-html.ts';
import type { FileAddress } from '../branch-files.ts';
import type { ReferencePath } from '../reference-path.ts';
import { capital } from '../summary-totals.ts';
import { mediaAddress } from '../addresses.ts';
import { renderFacts, renderGlance } from './render-facts.ts';
import { renderReferences } from './render-references.ts';
import { lookOf } from './state-looks.ts';

/** What a card shows besides the edit itself. */
interface CardFacts {
  readonly referencePath: ReferencePath;
  /** URLs of the edit's files on the branch; undefined if the branch does not have them. */
  readonly onBranch: FileAddress | undefined;
}

/** One edit: its pictures or the reason why there are none, its prompt, references and facts. */
export function renderCard(outcome: EditOutcome, { referencePath, onBranch }: CardFacts): string {
  const { edit, state, error, warnings, files, unchangedFiles } = outcome;
  const id = escapeHtml(edit.id);
  const reason = error?.message ?? (edit.action.kind === 'skip' ? edit.action.reason : undefined);
  const [only, ...others] = edit.images;
  const before = only === undefined || others.length > 0 ? undefined : referencePath(only);
  return `<article class="edit" data-state="${state}">
${files.length === 0 ? `<div class="frame empty ${lookOf(state)}"><span>${capital(state)}</span></div>` : renderFiles(files, id, before)}
<div class="info">
<div class="head"><h2>${id}</h2><span class="state ${lookOf(state)}">${capital(state)}</span></div>
${edit.description === undefined ? '' : `<p class="about" dir="auto">${escapeHtml(edit.description)}</p>`}
${reason === undefined ? '' : `<p class="reason ${lookOf(state)}" dir="auto">${escapeHtml(reason)}</p>`}
${files.length > 0 ? '' : renderUnchanged(unchangedFiles, onBranch)}
<p class="prompt" dir="auto">${escapeHtml(edit.prompt)}</p>
${warnings.map((text) => `<p class="reason open" dir="auto">${escapeHtml(text)}</p>`).join('')}
${renderReferences(edit.images, referencePath)}
<details><summary>${renderGlance(outcome)}</summary>${renderFacts(outcome)}</details>
</div>
</article>`;
}

/** Files that are not beside the page. The page must work offline, so it only links to them. */
function renderUnchanged(files: readonly MediaFile[], onBranch: FileAddress | undefined): string {
  if (files.length === 0) return '';
  const links = files.map((file) => {
    const name = escapeHtml(file.path);
    return onBranch === undefined ? name : `<a href="${escapeHtml(onBranch(file))}">${name}</a>`;
  });
  const source = onBranch === undefined ? 'Made by an earlier run' : 'On the branch';
  return `<p class="about">${source}: ${links.join(', ')}</p>`;
}

function renderFiles(files: readonly MediaFile[], id: string, before: string | undefined): string {
  const [first, ...others] = files.map((file, index) =>
    renderFile(
      file,
      files.length > 1 ? `${id}, ${index + 1} of ${files.length}` : id,
      index === 0 ? before : undefined,
    ),
  );
  return `${first ?? ''}${others.length === 0 ? '' : `<div class="more">${others.join('')}</div>`}`;
}

function renderFile(file: MediaFile, name: string, before: string | undefined): string {
  const address = mediaAddress(file.path);
  if (shownAs(file.type) === 'link')
    return `<div class="frame"><a class="shot" href="${address}">${escapeHtml(file.path)}</a></div>`;
  if (shownAs(file.type) === 'video') {
    return `<div class="frame"><video src="${address}" controls preload="metadata" playsinline aria-label="Result of ${name}"></video></div>`;
  }
  const size =
    file.width === undefined || file.height === undefined
      ? ''
      : ` width="${file.width}" height="${file.height}"`;
  const after = `<img class="after" src="${address}"${size} alt="Result of ${name}" loading="lazy" decoding="async">`;
  if (before === undefined) return `<div class="frame"><a class="shot" href="${address}">${after}</a></div>`;
  return `<div class="frame compare"><a class="shot" href="${address}">${after}<img class="before" src="${mediaAddress(before)}" alt="" loading="lazy" decoding="async"></a><span class="line"></span><input class="slide" type="range" min="0" max="100" value="50" aria-label="How much of the reference shows, ${name}"></div>`;
}

import { shownAs } from '../../media/formats.ts';
import { escapeHtml } from '../../shared/escape-html.ts';
import { mediaAddress } from '../addresses.ts';
import { capital } from '../summary-totals.ts';
import { renderFacts } from './render-facts.ts';
import { renderReferences } from './render-references.ts';
import { lookOf } from './state-looks.ts';
import type { GalleryEdit, GalleryFile, GalleryTake } from './types.ts';

/** One edit: its pictures or the reason why there are none, its prompt, references, next step and facts. */
export function renderCard(edit: GalleryEdit): string {
  const { state, reason, next, warnings, description } = edit;
  const id = escapeHtml(edit.id);
  const look = state === undefined ? 'calm' : lookOf(state);
  const label = state === undefined ? '' : `<span class="state ${look}">${capital(state)}</span>`;
  return `<article class="edit" id="${id}"${renderData(edit)}>
${edit.files.length === 0 ? `<div class="frame empty ${look}"><span>${state === undefined ? 'Not kept' : capital(state)}</span></div>` : renderFiles(edit, id)}
<div class="info">
<div class="head"><h2>${id}</h2>${edit.take === undefined ? '' : renderTake(edit.take)}${label}</div>
${description === undefined ? '' : `<p class="about" dir="auto">${escapeHtml(description)}</p>`}
${reason === undefined ? '' : `<p class="reason ${look}" dir="auto">${escapeHtml(reason)}</p>`}
${next === undefined ? '' : `<p class="next"><b>Next:</b> ${escapeHtml(next)}</p>`}
${renderLinked(edit.linked)}
<p class="prompt" dir="auto">${escapeHtml(edit.prompt)}</p>
${warnings.map((text) => `<p class="reason open" dir="auto">${escapeHtml(text)}</p>`).join('')}
${renderReferences(edit.references)}
<details><summary>${escapeHtml(edit.glance)}</summary>${renderFacts(edit.facts)}</details>
</div>
</article>`;
}

/** What the script filters, sorts and groups by. */
function renderData(edit: GalleryEdit): string {
  const { take, files } = edit;
  const data: readonly (readonly [string, string | number | undefined])[] = [
    ['key', edit.key],
    ['edit', take?.edit ?? edit.id],
    ['take', take?.number],
    ['state', edit.state],
    ['cost', edit.costUsd],
    ['ms', edit.totalMs],
    ['made', edit.madeAtMs],
    ['bytes', files.length === 0 ? undefined : files.reduce((sum, file) => sum + file.bytes, 0)],
    ['values', Object.keys(edit.matrix).length === 0 ? undefined : JSON.stringify(edit.matrix)],
  ];
  return data
    .map(([name, value]) => (value === undefined ? '' : ` data-${name}="${escapeHtml(String(value))}"`))
    .join('');
}

function renderTake({ number, of, isKept }: GalleryTake): string {
  return `<span class="take${isKept ? ' kept' : ''}">${number} of ${of}${isKept ? ', kept' : ''}</span>`;
}

/** Files that are not beside the page. The page must work offline, so it only links to them. */
function renderLinked(linked: GalleryEdit['linked']): string {
  if (linked === undefined) return '';
  const links = linked.files.map(({ name: plain, address }) => {
    const name = escapeHtml(plain);
    return address === undefined ? name : `<a href="${escapeHtml(address)}">${name}</a>`;
  });
  return `<p class="about">${linked.where}: ${links.join(', ')}</p>`;
}

function renderFiles({ files, references, take }: GalleryEdit, id: string): string {
  const [only, ...more] = references;
  // Takes are compared with each other rather than each with its reference.
  const reference = more.length > 0 || take !== undefined ? undefined : only?.address;
  const [first, ...others] = files.map((file, index) =>
    renderFile(
      file,
      files.length > 1 ? `${id}, ${index + 1} of ${files.length}` : id,
      index === 0 ? (file.before ?? reference) : undefined,
    ),
  );
  return `${first ?? ''}${others.length === 0 ? '' : `<div class="more">${others.join('')}</div>`}`;
}

/** `name` is escaped; `behind` is what the slider compares it with. */
function renderFile(file: GalleryFile, name: string, behind: string | undefined): string {
  const address = mediaAddress(file.path);
  if (shownAs(file.type) === 'link')
    return `<div class="frame"><a class="file" href="${address}">${escapeHtml(file.path)}</a></div>`;
  if (shownAs(file.type) === 'video') {
    return `<div class="frame"><video src="${address}" controls preload="metadata" playsinline aria-label="Result of ${name}"></video></div>`;
  }
  const size =
    file.width === undefined || file.height === undefined
      ? ''
      : ` width="${file.width}" height="${file.height}"`;
  const before = file.before === undefined ? '' : ` data-before="${mediaAddress(file.before)}"`;
  const shot = `class="shot" href="${address}" data-file="${file.sha256.slice(0, 16)}"${before}`;
  const after = `<img class="after" src="${mediaAddress(file.thumbnail ?? file.path)}"${size} alt="Result of ${name}" loading="lazy" decoding="async">`;
  if (behind === undefined) return `<div class="frame"><a ${shot}>${after}</a></div>`;
  const what = file.before === undefined ? 'reference' : 'picture before';
  return `<div class="frame compare"><a ${shot}>${after}<img class="before" src="${mediaAddress(behind)}" alt="" loading="lazy" decoding="async"></a><span class="line"></span><input class="slide" type="range" min="0" max="100" value="50" aria-label="How much of the ${what} shows, ${name}"></div>`;
}

import { escapeHtml } from '../../shared/escape-html.ts';
import { mediaAddress } from '../addresses.ts';
import type { GalleryReference } from './types.ts';

/** The references of an edit as a row of small pictures. If one cannot be shown, its name is. */
export function renderReferences(references: readonly GalleryReference[]): string {
  if (references.length === 0) return '';
  const items = references.map((reference) => `<li>${renderReference(reference)}</li>`);
  return `<ul class="refs" aria-label="References">${items.join('')}</ul>`;
}

function renderReference({ name: plain, address }: GalleryReference): string {
  const name = escapeHtml(plain);
  if (address === undefined) return `<span class="named" title="${name}">${name}</span>`;
  return `<a class="ref" href="${mediaAddress(address)}" title="${name}"><img src="${mediaAddress(address)}" alt="Reference ${name}" loading="lazy" decoding="async"></a>`;
}

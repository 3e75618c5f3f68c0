import type { InspectedImage } from '../../references/types.ts';
import { escapeHtml } from '../../shared/escape-html.ts';
import type { ReferencePath } from '../reference-path.ts';
import { mediaAddress } from '../addresses.ts';

/** The references of an edit as a row of small pictures. If one cannot be shown, its name is. */
export function renderReferences(images: readonly InspectedImage[], referencePath: ReferencePath): string {
  const items = images.map((image) => `<li>${renderReference(image, referencePath(image))}</li>`);
  return `<ul class="refs" aria-label="References">${items.join('')}</ul>`;
}

function renderReference(image: InspectedImage, address: string | undefined): string {
  const name = escapeHtml(nameOf(image));
  if (address === undefined) return `<span class="named" title="${name}">${name}</span>`;
  return `<a class="ref" href="${mediaAddress(address)}" title="${name}"><img src="${mediaAddress(address)}" alt="Reference ${name}" loading="lazy" decoding="async"></a>`;
}

/** The name of a reference for people: its path, its address, or the edit that it comes from. */
function nameOf(image: InspectedImage): string {
  switch (image.kind) {
    case 'file':
      return image.path;
    case 'url':
      return image.url;
    case 'edit':
      return `output of ${image.id}`;
  }
}

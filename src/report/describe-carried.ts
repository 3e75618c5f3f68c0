import type { MediaFile } from '../media/types.ts';
import type { Clause } from '../shared/sentence.ts';

/** The IPTC's vocabulary, of whose addresses the last part is enough for people. */
const TERMS = /^https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\//;

/** What a picture says of its origin, in its own words; empty if it says nothing. Nothing of it is verified. */
export function describeCarried({ carries }: Pick<MediaFile, 'carries'>): readonly Clause[] {
  const { mark, label, c2pa } = carries ?? {};
  return [
    ...(mark === undefined ? [] : [`source type ${mark.replace(TERMS, '')}`]),
    ...(label === undefined ? [] : [`AIGC label ${label}`]),
    ...(c2pa === undefined ? [] : [`C2PA: ${c2pa}`]),
  ];
}

import { NS } from '../xmp/namespaces.ts';
import type { Mark } from './types.ts';

/** Terms of the IPTC's vocabulary for where a picture comes from (cv.iptc.org/newscodes/digitalsourcetype). */
export const SOURCE_TYPES = [
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'compositeSynthetic',
  'algorithmicallyEnhanced',
] as const;

export type SourceType = (typeof SOURCE_TYPES)[number];

const VOCABULARY = 'http://cv.iptc.org/newscodes/digitalsourcetype/';

/** What a mark says. */
export interface MarkFacts {
  readonly sourceType: SourceType;
  /** The model's id. */
  readonly system: string;
  /** Absent: the prompt is not written. */
  readonly prompt?: string;
}

/** The properties of a mark (IPTC Photo Metadata Standard 2025.1, and the creator tool of XMP). */
export function composeMark({ sourceType, system, prompt }: MarkFacts): Mark {
  const iptc = { prefix: 'Iptc4xmpExt', namespace: NS.iptc };
  return [
    { ...iptc, local: 'DigitalSourceType', value: `${VOCABULARY}${sourceType}` },
    { ...iptc, local: 'AISystemUsed', value: system },
    ...(prompt === undefined ? [] : [{ ...iptc, local: 'AIPromptInformation', value: prompt }]),
    { prefix: 'xmp', namespace: NS.xmp, local: 'CreatorTool', value: `${system}, dreamina-edit-action` },
  ];
}

import type { XmpProperty } from '../xmp/xmp-packet.ts';

/** What a picture's file says about its origin, in its own words. */
export interface Carried {
  /** The IPTC digital source type of its XMP, as an address. */
  readonly mark?: string;
  /** The label that GB 45438-2025 asks for, as JSON text. */
  readonly label?: string;
  /** What its C2PA manifest says, or where that manifest is. */
  readonly c2pa?: string;
}

/** The properties that are added to a picture. */
export type Mark = readonly XmpProperty[];

import * as z from 'zod';

import type { Emulator } from '../../emulator/emulator.ts';

const input = z.object({ image_urls: z.array(z.string()) });

/** The images of each submit that the emulator accepted, in order; those of `data:` URIs are hashes. */
export function sentImages({ ledger }: Emulator): readonly (readonly string[])[] {
  return ledger.map((entry) => input.parse(entry.input).image_urls);
}

import { plural } from '../shared/format.ts';
import type { Result } from '../shared/result.ts';

/** Longer than any model takes; for models whose limit is not known. */
const MAX_PROMPT_CHARACTERS = 32_000;

/**
 * A prompt that can be sent: `least` to `most` characters, without trailing line breaks. Characters are Unicode code points, because
 * the vendor states the limit in JSON Schema, whose `maxLength` counts them (draft 2020-12 validation, section 6.3.1): an
 * emoji counts as one, not as the two units of JavaScript. The error completes a sentence about the prompt.
 */
export function parsePrompt(text: string, most = MAX_PROMPT_CHARACTERS, least = 1): Result<string, string> {
  const prompt = text.replace(/[\r\n]+$/, '');
  if (prompt.trim() === '') return { ok: false, error: 'is empty.' };
  // A text has at most as many code points as units, and counting code points is slower.
  const characters = prompt.length > most || least > 1 ? Array.from(prompt).length : prompt.length;
  if (characters < least) {
    return {
      ok: false,
      error: `has ${plural(characters, 'character')}; the model needs at least ${least}. Say more.`,
    };
  }
  if (characters > most) {
    return {
      ok: false,
      error: `has ${characters} characters; the model accepts at most ${most}. Shorten it.`,
    };
  }
  // Line breaks and tabs are the only control characters that a prompt needs.
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/u.exec(prompt)?.[0];
  if (control === undefined) return { ok: true, value: prompt };
  const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { ok: false, error: `contains the control character U+${code}. Remove it.` };
}

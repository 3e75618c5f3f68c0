import type { Result } from '../shared/result.ts';

/** The model's limit for `prompt` (the vendor's input schema: maxLength 800). */
const MAX_PROMPT_CHARACTERS = 800;

/**
 * A prompt fit to be sent, line breaks at its end dropped: 1 to 800 characters. Characters are Unicode code points, as that is
 * what `maxLength` counts in JSON Schema (draft 2020-12 validation, section 6.3.1), in which the vendor gives the limit: an
 * emoji is one, not the two units of JavaScript. The error is the end of a sentence about the prompt.
 */
export function parsePrompt(text: string): Result<string, string> {
  const prompt = text.replace(/[\r\n]+$/, '');
  if (prompt.trim() === '') return { ok: false, error: 'is empty.' };
  // No shorter text can have too many code points, and counting them is the dearer part.
  const characters = prompt.length > MAX_PROMPT_CHARACTERS ? Array.from(prompt).length : prompt.length;
  if (characters > MAX_PROMPT_CHARACTERS) {
    return {
      ok: false,
      error: `is ${characters} characters long; the model takes at most ${MAX_PROMPT_CHARACTERS}.`,
    };
  }
  // Line breaks and tabs are the only controls that a text needs.
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cs}/u.exec(prompt)?.[0];
  if (control === undefined) return { ok: true, value: prompt };
  const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { ok: false, error: `holds the character U+${code}, which is no text. Remove it.` };
}

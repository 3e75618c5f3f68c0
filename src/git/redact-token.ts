import { encodeToken } from './git-settings.ts';

/** The text with `***` in place of the token and of the form in which it is sent. An empty token is nowhere. */
export function redactToken(text: string, token: string): string {
  return token === '' ? text : text.replaceAll(encodeToken(token), '***').replaceAll(token, '***');
}

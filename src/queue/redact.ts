/** Makes outside text fit for a one-line message. */
export type Redact = (text: string) => string;

const LONGEST = 300;

/**
 * Returns a function that makes text from the service one line of at most 300 characters, without control
 * characters, without the token in any spelling, and without the queries of URLs (pre-signed addresses are secrets).
 */
export function createRedactor(token: string): Redact {
  const spellings = [...new Set([token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)])]
    .filter((spelling) => spelling !== '')
    .toSorted((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    // Before anything is cut off: half a token is still a secret.
    for (const spelling of spellings) clean = clean.replaceAll(spelling, '[token]');
    clean = clean
      .replaceAll(/(https?:\/\/[^\s"'<>?#]+)[?#][^\s"'<>]*/gi, '$1?...')
      .replaceAll(/(data:[\w/+.-]+;base64,)[\w+/=-]+/gi, '$1...')
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim();
    // Cut between characters: half a surrogate pair is not valid text.
    return clean.length <= LONGEST
      ? clean
      : `${clean.slice(0, LONGEST - 3).replace(/[\uD800-\uDBFF]$/, '')}...`;
  };
}

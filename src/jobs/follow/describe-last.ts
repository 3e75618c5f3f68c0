/** What was seen of a job that is not over. */
export type Sighting =
  | { readonly kind: 'queued'; readonly position?: number }
  | { readonly kind: 'running' }
  | { readonly kind: 'unrecognized'; readonly word: string };

/** What is known about a job whose wait is over: sentences, or empty. `lastTry`: the last read, if that failed. */
export function describeLast(seen: Sighting | undefined, lastTry: string | undefined): string {
  const tried = lastTry === undefined ? '' : `The last try to ask: ${lastTry}`;
  return [seen === undefined ? '' : describeSighting(seen), tried].filter((text) => text !== '').join(' ');
}

function describeSighting(seen: Sighting): string {
  switch (seen.kind) {
    case 'queued': {
      const position = seen.position === undefined ? '' : ` at position ${seen.position}`;
      return `The service last said that it was in the queue${position}.`;
    }
    case 'running':
      return 'The service last said that it was running.';
    case 'unrecognized':
      return `The service last said "${seen.word}", an unknown word.`;
  }
}

/** The full name of a commit: SHA-1 or SHA-256 in lower-case hex. */
export const COMMIT_NAME = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Whether a text from outside is the full name of a commit, and can be a part of an argument, an address or a link. */
export function isCommitName(text: string | undefined): text is string {
  return text !== undefined && COMMIT_NAME.test(text);
}

/** The name of a commit as people read it. */
export function shortCommit(name: string): string {
  return name.slice(0, 7);
}

import { runGit } from '../bare-repository.ts';

/** A commit as the object database has it. */
export interface CommitObject {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: { readonly name: string; readonly email: string; readonly date: string };
  readonly committer: CommitObject['author'];
  readonly message: string;
  readonly signature: string | undefined;
}

/** What git prints, trimmed; undefined if it fails. */
export async function tryGit(
  gitDir: string,
  args: readonly string[],
  input?: string,
): Promise<string | undefined> {
  try {
    return (await runGit(gitDir, args, input)).toString().trim();
  } catch {
    return undefined;
  }
}

/** The object of this kind by its full id; undefined if it is not there. */
export async function findObject(
  gitDir: string,
  sha: string,
  kind: 'commit' | 'tree',
): Promise<string | undefined> {
  if (!/^[0-9a-f]{40}$/.test(sha)) return undefined;
  return (await tryGit(gitDir, ['cat-file', '-t', sha])) === kind ? sha : undefined;
}

/** Where a ref points; undefined if there is none. */
export async function readRef(gitDir: string, ref: string): Promise<string | undefined> {
  return await tryGit(gitDir, ['rev-parse', '--verify', '--quiet', ref]);
}

/** Whether `older` is `newer` or an ancestor of it. */
export async function isAncestor(gitDir: string, older: string, newer: string): Promise<boolean> {
  return (await tryGit(gitDir, ['merge-base', '--is-ancestor', older, newer])) !== undefined;
}

/** Reads a commit; undefined if there is none. */
export async function readCommit(gitDir: string, sha: string): Promise<CommitObject | undefined> {
  if ((await findObject(gitDir, sha, 'commit')) === undefined) return undefined;
  const text = (await runGit(gitDir, ['cat-file', 'commit', sha])).toString();
  const end = text.indexOf('\n\n');
  // The lines of a signature go on behind a blank.
  const headers = text
    .slice(0, end)
    .replaceAll('\n ', '\0')
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
  const find = (name: string): string => headers.find(([each]) => each === name)?.[1] ?? '';
  const signature = find('gpgsig').replaceAll('\0', '\n');
  return {
    sha,
    tree: find('tree'),
    parents: headers.filter(([name]) => name === 'parent').map(([, parent]) => parent),
    author: readPerson(find('author')),
    committer: readPerson(find('committer')),
    message: text.slice(end + 2).replace(/\n$/, ''),
    signature: signature === '' ? undefined : signature,
  };
}

function readPerson(line: string): CommitObject['author'] {
  const [, name = '', email = '', seconds = '0'] = /^(.*) <(.*)> (\d+) /.exec(line) ?? [];
  return { name, email, date: describeTime(Number(seconds)) };
}

/** Seconds since the epoch as GitHub writes a time. */
export function describeTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** What a commit is made of. */
export interface NewCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: { readonly name: string; readonly email: string };
  readonly committer: { readonly name: string; readonly email: string };
  readonly message: string;
  /** As GitHub signs what it makes for an app; false if absent. */
  readonly isSigned: boolean;
}

/** Writes a commit; gives its id. */
export async function writeCommit(gitDir: string, commit: NewCommit): Promise<string> {
  const seconds = Math.floor(Date.now() / 1000);
  const person = ({ name, email }: NewCommit['author']): string => `${name} <${email}> ${seconds} +0000`;
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${person(commit.author)}`,
    `committer ${person(commit.committer)}`,
    ...(commit.isSigned
      ? ['gpgsig -----BEGIN PGP SIGNATURE-----', ' ', ' bm90IGEgc2lnbmF0dXJl', ' -----END PGP SIGNATURE-----']
      : []),
  ];
  const text = `${lines.join('\n')}\n\n${commit.message}`;
  return (await runGit(gitDir, ['hash-object', '-t', 'commit', '-w', '--stdin'], text)).toString().trim();
}

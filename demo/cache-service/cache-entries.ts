/** Why a call is refused, with the HTTP status and code of Twirp. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** What a job may do with the cache: it writes for its own branch, and reads that one first, then the default branch. */
export interface CacheScope {
  /** E.g. `refs/heads/main`. */
  readonly ref: string;
  readonly mayWrite: boolean;
}

/** An entry; whole once it is finalized, and never changed afterwards. */
export interface CacheEntry {
  readonly id: number;
  readonly ref: string;
  readonly key: string;
  readonly version: string;
  /** May be replaced by a test that damages it. */
  content: Buffer;
  isWhole: boolean;
}

/** The branch whose entries every job may read. */
export const DEFAULT_REF = 'refs/heads/main';

/** The entries of one repository's cache, in memory, oldest first. */
export class CacheEntries {
  readonly entries: CacheEntry[] = [];

  /** Takes a key for good; gives the number of its upload. */
  create(key: string, version: string, scope: CacheScope): number {
    if (!scope.mayWrite)
      throw new Refusal(403, 'permission_denied', 'cache write denied: the token is read-only');
    if (this.#own(key, version, scope) !== undefined)
      throw new Refusal(409, 'already_exists', `cache entry with the key ${key} exists already`);
    const id = this.entries.length + 1;
    this.entries.push({ id, ref: scope.ref, key, version, content: Buffer.alloc(0), isWhole: false });
    return id;
  }

  finalize(key: string, version: string, bytes: number, scope: CacheScope): CacheEntry {
    const entry = this.#own(key, version, scope);
    if (entry === undefined) throw new Refusal(404, 'not_found', `no upload of ${key}`);
    if (entry.content.length !== bytes)
      throw new Refusal(400, 'invalid_argument', `${entry.content.length} bytes are stored, not ${bytes}`);
    entry.isWhole = true;
    return entry;
  }

  byId(id: number): CacheEntry {
    const entry = this.entries.find((each) => each.id === id);
    if (entry === undefined) throw new Refusal(404, 'not_found', `no entry ${id}`);
    return entry;
  }

  /** In each scope in turn: the key itself, then the newest that begins with it, then so with each of `restoreKeys`. */
  find(
    key: string,
    restoreKeys: readonly string[],
    version: string,
    { ref }: CacheScope,
  ): CacheEntry | undefined {
    for (const scope of new Set([ref, DEFAULT_REF])) {
      const there = this.entries.filter(
        (each) => each.isWhole && each.version === version && each.ref === scope,
      );
      const exact = there.find((each) => each.key === key);
      if (exact !== undefined) return exact;
      for (const prefix of [key, ...restoreKeys]) {
        const newest = there.findLast((each) => each.key.startsWith(prefix));
        if (newest !== undefined) return newest;
      }
    }
    return undefined;
  }

  #own(key: string, version: string, { ref }: CacheScope): CacheEntry | undefined {
    return this.entries.find((each) => each.key === key && each.version === version && each.ref === ref);
  }
}

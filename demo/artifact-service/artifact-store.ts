import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** An artifact that was uploaded whole. */
export interface StoredArtifact {
  readonly name: string;
  readonly id: number;
  readonly size: number;
  /** `sha256:` and hex of the archive. */
  readonly digest: string;
  /** Absolute path of the archive. */
  readonly path: string;
}

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

/** Artifacts of one workflow run on disk: names are taken once and for all, blocks become one archive. */
export class ArtifactStore {
  readonly artifacts: StoredArtifact[] = [];
  readonly #folder: string;
  readonly #taken = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Takes a name and gives the number of its upload. */
  async create(name: string): Promise<number> {
    if (this.#taken.has(name)) {
      throw new Refusal(
        409,
        'already_exists',
        'an artifact with this name already exists on the workflow run',
      );
    }
    const upload = this.#taken.size + 1;
    this.#taken.set(name, upload);
    await mkdir(path.join(this.#folder, String(upload)), { recursive: true });
    return upload;
  }

  async writeBlock(upload: number, block: string, content: Readable): Promise<void> {
    await pipeline(content, createWriteStream(this.#file(upload, Buffer.from(block).toString('hex'))));
  }

  /** Puts blocks together in the given order. */
  async commit(upload: number, blocks: readonly string[]): Promise<void> {
    const archive = this.archive(upload);
    await writeFile(archive, '');
    for (const block of blocks) {
      const file = this.#file(upload, Buffer.from(block).toString('hex'));
      await pipeline(createReadStream(file), createWriteStream(archive, { flags: 'a' }));
      await rm(file);
    }
  }

  async finalize(name: string, size: number, digest: string | undefined): Promise<StoredArtifact> {
    const upload = this.#taken.get(name);
    if (upload === undefined) throw new Refusal(404, 'not_found', `no artifact ${name}`);
    const archive = this.archive(upload);
    const { size: stored } = await stat(archive);
    const hash = createHash('sha256');
    await pipeline(createReadStream(archive), hash);
    const real = `sha256:${hash.digest('hex')}`;
    if (stored !== size)
      throw new Refusal(400, 'invalid_argument', `${stored} bytes are stored, not ${size}`);
    if (digest !== undefined && digest !== real)
      throw new Refusal(400, 'invalid_argument', `the content has ${real}`);
    const artifact = { name, id: 1000 + upload, size, digest: real, path: archive };
    this.artifacts.push(artifact);
    return artifact;
  }

  archive(upload: number): string {
    return this.#file(upload, 'archive.zip');
  }

  #file(upload: number, name: string): string {
    return path.join(this.#folder, String(upload), name);
  }
}

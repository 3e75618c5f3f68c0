import type { PictureFormat } from './asked-output.ts';
import type { Painter } from './picture/painter.ts';
import type { PictureRequest } from './picture/types.ts';
import { wrapInMp4 } from './tiny-mp4.ts';

/** An output file; its bytes may still be in the making. */
export interface StoredOutput {
  readonly contentType: `image/${PictureFormat}` | 'video/mp4';
  readonly bytes: Promise<Buffer>;
}

/** The outputs of all jobs, by their path on the outputs' host. They are made in the background. */
export class OutputStore {
  readonly #outputs = new Map<string, StoredOutput>();
  readonly #painter: Painter;
  readonly #format: PictureFormat;
  #origin = '';

  constructor(painter: Painter, format: PictureFormat) {
    this.#painter = painter;
    this.#format = format;
  }

  /** Where the outputs are served; known once the server listens. */
  setOrigin(origin: string): void {
    this.#origin = origin;
  }

  /** Has a picture made; its URL. */
  addPicture(jobId: string, request: PictureRequest, format: PictureFormat = this.#format): string {
    const extension = format === 'jpeg' ? 'jpg' : format;
    return this.#add(`/${jobId}/${request.index + 1}.${extension}`, {
      contentType: `image/${format}`,
      bytes: this.#painter.paint(request, format),
    });
  }

  /** Has a video of one frame made; its URL. */
  addVideo(jobId: string, request: PictureRequest): string {
    const frame = this.#painter.paint({ ...request, width: 640, height: 360 }, 'jpeg');
    return this.#add(`/${jobId}/1.mp4`, {
      contentType: 'video/mp4',
      bytes: frame.then((jpeg) => wrapInMp4(jpeg, 640, 360)),
    });
  }

  /** The output at a path, if there is one. */
  at(path: string): StoredOutput | undefined {
    return this.#outputs.get(path);
  }

  /** The output at a URL, if it is one of ours. */
  atUrl(url: URL): StoredOutput | undefined {
    return url.origin === this.#origin ? this.at(url.pathname) : undefined;
  }

  /** Resolves when no output is being made anymore, whether or not it failed. */
  async finish(): Promise<void> {
    await Promise.allSettled([...this.#outputs.values()].map((output) => output.bytes));
  }

  #add(path: string, output: StoredOutput): string {
    this.#outputs.set(path, output);
    // A failure is shown to the client that downloads it, as a 500; here it must not end the process.
    output.bytes.catch(() => undefined);
    return `${this.#origin}${path}`;
  }
}

import { describeError } from '../shared/describe-error.ts';
import { createPlaces } from '../shared/places.ts';
import type { Clock, Env, Log, Random, ResolveHost } from '../shared/ports.ts';
import { describeRetry, retry } from '../shared/retry.ts';
import { uniqueSuffix } from '../shared/unique-suffix.ts';
import { describeLastFailure, describeStopped } from './describe-failure.ts';
import { countFailure, nextTryMs, NO_FAILURES } from './next-try.ts';
import { createOutputReader } from './open-output.ts';
import { createBufferSweeper } from '../shared/sweep-buffers.ts';
import { tryDownload } from './try-download.ts';
import { bareHost } from './check-address.ts';
import type { Downloader, DownloadFailure, DownloadLimits, OutputHost } from './types.ts';

export interface DownloaderDeps {
  /** Absolute path of the output folder. */
  readonly folder: string;
  readonly outputHosts: readonly OutputHost[];
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly env: Env;
  readonly resolveHost: ResolveHost;
  readonly limits?: Partial<DownloadLimits>;
}

const LIMITS: DownloadLimits = {
  maxBytes: 512 * 1024 * 1024,
  vanishedTries: 4,
  damagedTries: 4,
  silenceMs: 60_000,
  atOnce: 8,
};

/**
 * Opens the way from output addresses to verified files under `folder`. Those that wait for their next try do not keep
 * others from theirs. Dispose of it to close its connections.
 */
export function createDownloader(deps: DownloaderDeps): Downloader {
  const { clock, random, log } = deps;
  const limits = { ...LIMITS, ...deps.limits };
  const reader = createOutputReader({ ...deps, limits });
  const sweep = createBufferSweeper();
  const places = createPlaces(() => limits.atOnce);
  let begun = 0;
  return {
    download: async (url, output, signal) => {
      begun += 1;
      const unique = `${begun}-${uniqueSuffix(random)}`;
      const file = { folder: deps.folder, output, unique, sweep };
      const parts = { ...deps, reader, maxBytes: limits.maxBytes, nowMs: () => clock.now(), signal };
      let count = NO_FAILURES;
      let before: DownloadFailure | undefined;
      const last = await retry(
        async (tries) => {
          const place = await places.enter(signal);
          if (place === undefined) {
            const error = before ?? notBegun(url, signal);
            return { kind: 'done', value: { result: { ok: false, error }, tries } } as const;
          }
          const trying = tryDownload(url, file, { ...parts, seen: count.seen });
          const result = await trying.finally(() => {
            place.leave();
          });
          const value = { result, tries };
          if (result.ok || signal.aborted) return { kind: 'done', value } as const;
          before = result.error;
          count = countFailure(count, result.error);
          const waitMs = nextTryMs(count, result.error, limits, random);
          if (waitMs === undefined) return { kind: 'done', value } as const;
          log.debug(`${output}: ${result.error.host}: ${describeRetry(result.error.reason, waitMs)}`);
          return { kind: 'again', value, waitMs } as const;
        },
        { clock, signal },
      );
      if (last.result.ok) return last.result;
      const failure = last.result.error;
      return {
        ok: false,
        error: signal.aborted
          ? describeStopped(failure, signal)
          : describeLastFailure(failure, count, last.tries),
      };
    },
    [Symbol.asyncDispose]: async () => {
      await reader[Symbol.asyncDispose]();
    },
  };
}

/** It ran out of time before its first try. */
function notBegun(address: string, signal: AbortSignal): DownloadFailure {
  const url = URL.parse(address);
  return { kind: 'outage', host: url === null ? '' : bareHost(url), reason: describeError(signal.reason) };
}

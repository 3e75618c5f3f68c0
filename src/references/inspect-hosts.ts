import { mapBounded } from '../shared/pool.ts';
import { checkHost, type HostVerdict } from './check-host.ts';
import type { Finding } from './findings.ts';
import type { InspectedUrl } from './types.ts';

/** Number of names that are resolved at a time. */
const PARALLEL_HOSTS = 32;

/** Judges the host of each URL, each distinct host once. The result is by `URL.hostname`. */
export async function inspectHosts(
  urls: readonly string[],
  deps: Parameters<typeof checkHost>[1],
): Promise<ReadonlyMap<string, HostVerdict>> {
  const hosts = [...new Set(urls.map((url) => new URL(url).hostname))];
  return new Map(
    await mapBounded(hosts, PARALLEL_HOSTS, async (host) => [host, await checkHost(host, deps)] as const),
  );
}

/** The finding for an image that follows from the verdict on its host, if any. */
export function judgeUrl(image: InspectedUrl, verdict: HostVerdict, edit: string): Finding | undefined {
  const { host } = new URL(image.url);
  const subject = redactUrl(image.url);
  const about = { at: image.at, subject, edit };
  switch (verdict.kind) {
    case 'public':
    case 'not-asked':
      return undefined;
    case 'private': {
      const where =
        host === verdict.address || host === `[${verdict.address}]` ? '' : ` (${verdict.address})`;
      const message = `\`${subject}\` is not on the public internet${where}, so the service cannot fetch it. Use a public https URL or a file of the repository.`;
      return { ...about, severity: 'error', rule: 'private-host', message };
    }
    case 'unresolved': {
      const message = `The host of \`${subject}\` does not resolve on this machine (${verdict.reason}). If it does not resolve for the service either, the edit will fail.`;
      return { ...about, severity: 'warning', rule: 'unresolved-host', message };
    }
  }
}

/** A URL without its query and fragment, which may contain a signature. */
export function redactUrl(url: string): string {
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname}${search === '' ? '' : '?...'}`;
}

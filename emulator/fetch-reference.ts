import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import sharp from 'sharp';
import { readDataUri } from './data-uri.ts';
import { get, type Got } from './http-get.ts';
import { isDataUri } from './read-input.ts';

/** A reference's bytes, or why there are none. */
export type Fetched = { readonly bytes: Buffer } | { readonly problem: string };

/** Reads a reference as the service does: without a token, from anywhere on the network. */
export type FetchReference = (url: string) => Promise<Fetched>;

/** Where references may come from. */
export interface ReferenceSources {
  readonly hosts: Readonly<Record<string, string>>;
  readonly referenceHosts: readonly string[];
  /** The bytes of an output of our own, which needs no network; undefined for any other URL. */
  readonly ownOutput: (url: URL) => Promise<Buffer> | undefined;
}

const MAX_HOPS = 5;

/** Makes the reader of references. */
export function createReferenceFetcher(sources: ReferenceSources): FetchReference {
  return async (reference) => {
    if (isDataUri(reference)) return readDataUri(reference);
    try {
      return await fetchHosted(reference, sources, 0);
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  };
}

async function fetchHosted(address: string, sources: ReferenceSources, hop: number): Promise<Fetched> {
  const url = URL.parse(address);
  if (url === null) return { problem: 'it is no URL' };
  const own = sources.ownOutput(url);
  if (own !== undefined) return { bytes: await own };
  if (sources.referenceHosts.length > 0 && !sources.referenceHosts.includes(url.hostname)) {
    return { problem: `${url.hostname} is not among the hosts allowed here` };
  }
  const mapped = sources.hosts[url.host];
  if (mapped !== undefined && !mapped.startsWith('http://')) return await readFromFolder(mapped, url);
  if (mapped === undefined && url.protocol !== 'https:' && !isLoopback(url.hostname)) {
    return { problem: 'plain http is fetched from loopback only' };
  }
  const from = mapped === undefined ? url : new URL(`${url.pathname}${url.search}`, mapped);
  const got = mapped === undefined ? await getOrStandIn(from) : await get(from);
  if (got.location !== undefined) {
    if (hop >= MAX_HOPS) return { problem: `more than ${MAX_HOPS} redirects` };
    return await fetchHosted(new URL(got.location, url).href, sources, hop + 1);
  }
  return got.status === 200 ? { bytes: got.bytes } : { problem: `${url.host} answered ${got.status}` };
}

/**
 * Without a network, as on a train or in a closed build machine, no name can be resolved here. The service has a network of
 * its own, so a gray picture is then used for the reference. Names that no host may have are still refused (RFC 6761).
 */
async function getOrStandIn(url: URL): Promise<Got> {
  try {
    return await get(url);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isUnresolved = code === 'ENOTFOUND' || code === 'EAI_AGAIN';
    if (!isUnresolved || /(?:^|\.)(?:invalid|test|example|localhost)$/.test(url.hostname)) throw error;
    const gray = { width: 1024, height: 1024, channels: 3, background: '#999' } as const;
    return { status: 200, location: undefined, bytes: await sharp({ create: gray }).png().toBuffer() };
  }
}

async function readFromFolder(folder: string, url: URL): Promise<Fetched> {
  const root = resolve(folder);
  const path = resolve(root, `.${decodeURIComponent(url.pathname)}`);
  if (!path.startsWith(root + sep)) return { problem: `${url.host} answered 404` };
  return { bytes: await readFile(path) };
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

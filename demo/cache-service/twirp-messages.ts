/** One message type as the client's generated code has it. */
interface MessageType<T> {
  fromJson(json: unknown, options: { ignoreUnknownFields: boolean }): T;
}

interface GeneratedTypes {
  readonly CreateCacheEntryRequest: MessageType<{ key: string; version: string }>;
  readonly FinalizeCacheEntryUploadRequest: MessageType<{ key: string; version: string; sizeBytes: string }>;
  readonly GetCacheEntryDownloadURLRequest: MessageType<{
    key: string;
    restoreKeys: readonly string[];
    version: string;
  }>;
}

/**
 * The client's own generated message types: a request that they do not know, unknown fields included, is refused,
 * so that each update of the client checks this service again. The package exports only its root, hence the URL.
 */
export async function loadMessageTypes(): Promise<GeneratedTypes> {
  const generated = new URL('generated/results/api/v1/cache.js', import.meta.resolve('@actions/cache'));
  return (await import(generated.href)) as GeneratedTypes;
}

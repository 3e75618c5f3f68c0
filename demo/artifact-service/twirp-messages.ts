/** One message type as the client's generated code has it. */
interface MessageType<T> {
  fromJson(json: unknown, options: { ignoreUnknownFields: boolean }): T;
}

interface GeneratedTypes {
  readonly CreateArtifactRequest: MessageType<{ name: string; version: number }>;
  readonly FinalizeArtifactRequest: MessageType<{ name: string; size: string; hash?: { value: string } }>;
}

/**
 * The client's own generated message types: a request that they do not know, unknown fields included, is refused,
 * so that each update of the client checks this service again. The package exports only its root, hence the URL.
 */
export async function loadMessageTypes(): Promise<GeneratedTypes> {
  const generated = new URL('generated/index.js', import.meta.resolve('@actions/artifact'));
  return (await import(generated.href)) as GeneratedTypes;
}

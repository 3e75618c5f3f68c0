import * as z from 'zod';

/** What the profiler of V8 writes, as far as it is needed. */
const profileSchema = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({
        functionName: z.string(),
        url: z.string(),
        lineNumber: z.number(),
        columnNumber: z.number(),
      }),
      children: z.array(z.number()).optional(),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
type ProfileNode = z.infer<typeof profileSchema>['nodes'][number];

/** Where a function begins; lines and columns count from 0. */
export type Frame = ProfileNode['callFrame'];

/** What a part of the work is for, by the file of a function; a function of another file counts for what called it. */
const KINDS: readonly (readonly [kind: string, file: RegExp])[] = [
  ['loading', /^node:internal\/(?:modules|main|bootstrap)/],
  ['hashing', /^node:internal\/crypto|\/crc-32\//],
  [
    'network',
    /\/undici\/|^node:(?:net|_?tls|_?http)|stream_base_commons|^wasm:|\/@azure\/|\/ts-http-runtime\//,
  ],
  ['files', /^node:(?:internal\/)?fs/],
  ['archive', /\/@actions\/artifact\/|\/archiver\/|\/zip-stream\/|\/compress-commons\/|\/readable-stream\//],
  ['own', /^own\//],
];

/**
 * Milliseconds of the main thread by what they were for: one of the kinds above, `waiting`, `garbage` or `other`. `fileOf` says of which
 * file a function is.
 */
export function sumProfile(text: string, fileOf: (frame: Frame) => string): ReadonlyMap<string, number> {
  const { nodes, samples, timeDeltas } = profileSchema.parse(JSON.parse(text));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const kindOf = (id: number): string => {
    for (let at: number | undefined = id; at !== undefined; at = callers.get(at)) {
      const kind = kindOfNode(byId.get(at), fileOf);
      if (kind !== undefined) return kind;
    }
    return 'other';
  };
  const sums = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const kind = kindOf(id);
    sums.set(kind, (sums.get(kind) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
  return sums;
}

function kindOfNode(node: ProfileNode | undefined, fileOf: (frame: Frame) => string): string | undefined {
  if (node === undefined) return undefined;
  const { functionName } = node.callFrame;
  if (functionName === '(idle)') return 'waiting';
  if (functionName === '(garbage collector)') return 'garbage';
  const file = fileOf(node.callFrame);
  return KINDS.find(([, pattern]) => pattern.test(file))?.[0];
}

/** How far a job is. */
export type Progress = 'running' | 'done' | 'canceled';

/** The words of a vendor's service, as far as its client needs them. */
export interface Vendor {
  /** The npm package. */
  readonly name: string;
  /** Whether the client waits for a job; otherwise the answer to the submit has the picture. */
  readonly waits: boolean;
  /** Whether the client itself downloads the picture. */
  readonly downloads: boolean;
  /** The answer to a submit. */
  readonly accepted: (id: string, url: string, isEmpty: boolean) => object;
  /** The answer to a question about a job; `where` is the path that was asked for. */
  readonly status: (id: string, url: string, progress: Progress, where: string) => object;
}

const picture = (id: string, url: string): string => `${url}/pictures/${id}.png`;
/** A client that downloads only from addresses with https; its `fetch` leads there. */
export const DELIVERY = 'https://delivery.example';

const atOnce: Omit<Vendor, 'name'> = {
  waits: false,
  downloads: false,
  accepted: (id, url, isEmpty) => ({
    id,
    created: 1,
    model: 'model',
    object: 'list',
    data: isEmpty ? [] : [{ url: picture(id, url), index: 0, type: 'url' }],
  }),
  status: () => ({}),
};

/** The clients of bench/peers/package.json, each with its vendor's words. */
export const VENDORS: readonly Vendor[] = [
  {
    name: '@fal-ai/client',
    waits: true,
    downloads: false,
    accepted: (id) => ({ request_id: id, status: 'IN_QUEUE' }),
    status: (id, url, progress, where) => {
      if (where.includes('/status'))
        return { request_id: id, status: progress === 'running' ? 'IN_PROGRESS' : 'COMPLETED' };
      return { images: progress === 'canceled' ? [] : [{ url: picture(id, url) }] };
    },
  },
  {
    name: 'replicate',
    waits: true,
    downloads: true,
    accepted: (id, url) => ({ id, status: 'starting', urls: { get: `${url}/v1/predictions/${id}` } }),
    status: (id, _url, progress) => {
      if (progress === 'running') return { id, status: 'processing' };
      if (progress === 'canceled') return { id, status: 'canceled', output: null };
      return { id, status: 'succeeded', output: picture(id, DELIVERY) };
    },
  },
  {
    name: '@runwayml/sdk',
    waits: true,
    downloads: false,
    accepted: (id) => ({ id }),
    status: (id, url, progress) => ({
      id,
      createdAt: '2026-01-01T00:00:00Z',
      status: { running: 'RUNNING', done: 'SUCCEEDED', canceled: 'CANCELLED' }[progress],
      ...(progress === 'done' && { output: [picture(id, url)] }),
    }),
  },
  {
    name: 'wavespeed',
    waits: true,
    downloads: false,
    accepted: (id) => ({ code: 200, data: { id, status: 'created' } }),
    status: (id, url, progress) => ({
      code: 200,
      data: {
        id,
        status: { running: 'processing', done: 'completed', canceled: 'completed' }[progress],
        outputs: progress === 'done' ? [picture(id, url)] : [],
      },
    }),
  },
  { name: 'openai', ...atOnce },
  { name: 'together-ai', ...atOnce },
];

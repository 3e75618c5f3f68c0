import { refusal, vendorError, type Answer } from './answer.ts';
import type { Model } from './model.ts';

/** What a request asks for. */
export type Call =
  | { readonly on: 'submit' | 'price'; readonly model: Model }
  | { readonly on: 'catalog' | 'categories' }
  | { readonly on: 'status' | 'result' | 'cancel'; readonly id: string };

/** Finds the call behind a method and a path without its query, or the answer to a request that is none. */
export function route(
  method: string,
  path: string,
  models: ReadonlyMap<string, Model>,
): { readonly call: Call } | { readonly refused: Answer } {
  if (path === '/v1/models' || path === '/v1/models/categories') {
    if (method !== 'GET') return { refused: wrongMethod(method) };
    return { call: { on: path === '/v1/models' ? 'catalog' : 'categories' } };
  }
  const id = /^\/v1\/models\/(.+)$/.exec(path)?.[1];
  if (id !== undefined) {
    if (method !== 'POST' && method !== 'GET') return { refused: wrongMethod(method) };
    const model = models.get(id);
    if (model === undefined) return { refused: vendorError('wrong-model', `There is no model ${id}.`) };
    return { call: { on: method === 'POST' ? 'submit' : 'price', model } };
  }
  const [, requestId, verb] = /^\/v1\/requests\/([^/]+)\/(status|result|cancel)$/.exec(path) ?? [];
  if (requestId === undefined || verb === undefined)
    return { refused: refusal(404, [`There is no ${path}`]) };
  if (method !== (verb === 'cancel' ? 'POST' : 'GET')) return { refused: wrongMethod(method) };
  return { call: { on: verb as 'status' | 'result' | 'cancel', id: requestId } };
}

function wrongMethod(method: string): Answer {
  return refusal(405, [`${method} is not possible here`]);
}

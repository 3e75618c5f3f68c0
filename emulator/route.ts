import { refusal, vendorError, type Answer } from './answer.ts';
import { MODEL_ID } from './options.ts';

/** What a request asks for. */
export type Call =
  | { readonly on: 'submit' | 'price' | 'catalog' | 'categories' }
  | { readonly on: 'status' | 'result' | 'cancel'; readonly id: string };

/** Finds the call behind a method and a path without its query, or the answer to a request that is none. */
export function route(method: string, path: string): { readonly call: Call } | { readonly refused: Answer } {
  if (path === '/v1/models' || path === '/v1/models/categories') {
    if (method !== 'GET') return { refused: wrongMethod(method) };
    return { call: { on: path === '/v1/models' ? 'catalog' : 'categories' } };
  }
  const model = /^\/v1\/models\/(.+)$/.exec(path)?.[1];
  if (model !== undefined) {
    if (method !== 'POST' && method !== 'GET') return { refused: wrongMethod(method) };
    if (model !== MODEL_ID) return { refused: vendorError('wrong-model', `There is no model ${model}.`) };
    return { call: { on: method === 'POST' ? 'submit' : 'price' } };
  }
  const [, id, verb] = /^\/v1\/requests\/([^/]+)\/(status|result|cancel)$/.exec(path) ?? [];
  if (id === undefined || verb === undefined) return { refused: refusal(404, [`There is no ${path}`]) };
  if (method !== (verb === 'cancel' ? 'POST' : 'GET')) return { refused: wrongMethod(method) };
  return { call: { on: verb as 'status' | 'result' | 'cancel', id } };
}

function wrongMethod(method: string): Answer {
  return refusal(405, [`${method} is not possible here`]);
}

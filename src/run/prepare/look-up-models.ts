import type { LockFile } from '../../lock/types.ts';
import { readModel } from '../../models/read-model.ts';
import type { LookUpModels, Model, ModelAnswer } from '../../models/types.ts';
import type { ModelPrice, QueueClient, QueueError } from '../../queue/types.ts';
import type { Clause } from '../../shared/sentence.ts';

/** What a run found out about the models of its spec. */
export interface ModelBook {
  readonly lookUp: LookUpModels;
  /** The service's prices of the models that it was asked about, as far as it named one. */
  readonly prices: ReadonlyMap<string, ModelPrice>;
}

interface ModelPorts {
  /** Called at most once, when the service is asked. Undefined without a token. */
  readonly connect: (() => Pick<QueueClient, 'model'>) | undefined;
  /** The lock files of the branches, the own one first; asked for only if they matter. */
  readonly locks: () => Promise<readonly Pick<LockFile, 'models'>[]>;
  readonly signal: AbortSignal;
}

/**
 * Finds out about models: from the service, once for each; if that is not possible, by what a lock file last saw of them.
 */
export function createModelBook({ connect, locks, signal }: ModelPorts): ModelBook {
  const prices = new Map<string, ModelPrice>();
  const known = new Map<string, Promise<ModelAnswer>>();
  let queue: Pick<QueueClient, 'model'> | undefined;

  async function ask(id: string): Promise<ModelAnswer> {
    if (connect === undefined) return await remember(id, 'there is no API token to ask the service with');
    queue ??= connect();
    const answer = await queue.model(id, signal);
    signal.throwIfAborted();
    if (!answer.ok) return await judgeFailure(id, answer.error);
    const { price, inputSchema } = answer.value;
    if (price !== undefined) prices.set(id, price);
    const model = readModel(id, inputSchema);
    return model.ok
      ? { kind: 'known', model: model.value }
      : await refuse(id, `it is not a model that edits pictures: ${model.error}`);
  }

  async function judgeFailure(id: string, { code, message }: QueueError): Promise<ModelAnswer> {
    if (code === 'wrong-model') return await refuse(id, 'the service has no such model');
    return await remember(id, `the service did not give it (${message.replace(/\.$/, '')})`, message);
  }

  async function refuse(id: string, why: Clause): Promise<ModelAnswer> {
    const last = await findLocked(id);
    return { kind: 'refused', why, ...(last !== undefined && { last }) };
  }

  /** What the lock files last saw. `failure`: why the service was not able to say it, in sentences. */
  async function remember(id: string, why: Clause, failure?: string): Promise<ModelAnswer> {
    const model = await findLocked(id);
    if (model === undefined)
      return { kind: 'unknown', why: `${why}, and no edit on the branch was made with this model` };
    if (failure === undefined) return { kind: 'known', model };
    const note = `\`${id}\` was checked by the schema that the lock file last saw, because the service did not give the current one: ${failure}`;
    return { kind: 'known', model, note };
  }

  async function findLocked(id: string): Promise<Model | undefined> {
    const [seen] = (await locks()).flatMap(({ models }) =>
      models !== undefined && Object.hasOwn(models, id) ? [models[id]] : [],
    );
    const model = seen === undefined ? undefined : readModel(id, seen.schema);
    return model?.ok === true ? model.value : undefined;
  }

  return {
    prices,
    lookUp: async (ids) => {
      for (const id of ids) if (!known.has(id)) known.set(id, ask(id));
      const answers = ids.map(async (id) => {
        const answer = await known.get(id);
        if (answer === undefined) throw new Error(`Bug: ${id} was not looked up`);
        return [id, answer] as const;
      });
      return new Map(await Promise.all(answers));
    },
  };
}

import { describeError } from '../../shared/describe-error.ts';
import type { Log } from '../../shared/ports.ts';
import { toSentence } from '../../shared/sentence.ts';

/** One thing that a step publishes, and its name in a sentence. */
export type Part = readonly [name: string, publish: () => Promise<void> | void];

/** Publishes one part after the other. One that fails neither stops the others nor fails the step; the log says why. */
export async function publishParts(parts: readonly Part[], log: Pick<Log, 'info'>): Promise<void> {
  for (const [name, publish] of parts) {
    try {
      await publish();
    } catch (error) {
      log.info(toSentence(`the ${name} could not be written: ${describeError(error)}`));
    }
  }
}

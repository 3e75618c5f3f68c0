import type { Clock, Log, Random } from '../shared/ports.ts';
import type { Redact } from './redact.ts';
import type { Sender } from './send.ts';

/** What every call to the service needs. */
export interface CallDeps {
  readonly sender: Sender;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly redact: Redact;
}

import type { ServerResponse } from 'node:http';

/** Where a fault strikes: the three calls of the service, or the bytes on their way. */
export type CacheCall = 'create' | 'finalize' | 'find' | 'upload' | 'download';

/** A fault that strikes the next `times` calls of a kind. */
export interface CacheFault {
  readonly on: CacheCall;
  readonly times: number;
  /** The connection is reset, or the answer is an HTTP status (400 if none is given). */
  readonly kind: 'reset' | 'status';
  readonly status?: number;
}

/** Keeps the faults that are still to strike. */
export class CacheFaults {
  readonly #pending: { fault: CacheFault; left: number }[] = [];

  add(fault: CacheFault): void {
    this.#pending.push({ fault, left: fault.times });
  }

  /** What strikes is over. */
  clear(): void {
    this.#pending.length = 0;
  }

  /** Spoils the answer if a fault is due, and returns whether it did. */
  strike(on: CacheCall, response: ServerResponse): boolean {
    const due = this.#pending.find(({ fault, left }) => fault.on === on && left > 0);
    if (due === undefined) return false;
    due.left -= 1;
    if (due.fault.kind === 'reset') response.socket?.resetAndDestroy();
    else response.writeHead(due.fault.status ?? 400).end(JSON.stringify({ code: 'x', msg: 'as asked for' }));
    return true;
  }
}

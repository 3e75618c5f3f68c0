import type { ServerResponse } from 'node:http';

/** Where a fault strikes: the calls that create and finalize an artifact, or the upload of its bytes. */
export type ArtifactCall = 'create' | 'finalize' | 'upload';

/** A fault that strikes the next `times` calls of a kind: the connection is reset, or an HTTP status is answered. */
export interface ArtifactFault {
  readonly on: ArtifactCall;
  readonly times: number;
  readonly kind: 'reset' | 'status';
  /** For `status`. */
  readonly status?: number;
}

/** Keeps the faults that are still to strike. */
export class ArtifactFaults {
  readonly #pending: { fault: ArtifactFault; left: number }[] = [];

  add(fault: ArtifactFault): void {
    this.#pending.push({ fault, left: fault.times });
  }

  /** Spoils the answer if a fault is due, and returns whether it did. */
  strike(on: ArtifactCall, response: ServerResponse): boolean {
    const due = this.#pending.find(({ fault, left }) => fault.on === on && left > 0);
    if (due === undefined) return false;
    due.left -= 1;
    if (due.fault.kind === 'reset') response.socket?.resetAndDestroy();
    else
      response
        .writeHead(due.fault.status ?? 503)
        .end(JSON.stringify({ code: 'unavailable', msg: 'as asked for' }));
    return true;
  }
}

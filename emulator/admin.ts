import type { IncomingMessage, RequestListener } from 'node:http';
import type { Fault } from './fault.ts';
import type { Faults } from './faults.ts';
import type { LedgerEntry } from './ledger.ts';
import { parseJson, readBody } from './read-body.ts';
import type { RequestRecord } from './request-log.ts';

/** What the admin server shows and takes. */
export interface Admin {
  readonly ledger: () => readonly LedgerEntry[];
  readonly requests: readonly RequestRecord[];
  readonly faults: Faults;
}

const MAX_BYTES = 1024 * 1024;

/** `GET /ledger`, `GET /requests`, `GET | POST | DELETE /faults`: for a test that runs the emulator as a process. */
export function createAdmin(admin: Admin): RequestListener {
  return (request, response) => {
    answer(admin, request)
      .catch((error: unknown) => ({
        status: 400,
        body: { error: error instanceof Error ? error.message : String(error) },
      }))
      .then(({ status, body }) => {
        response
          .writeHead(status, { 'content-type': 'application/json' })
          .end(`${JSON.stringify(body, null, 2)}\n`);
      })
      .catch(() => response.destroy());
  };
}

async function answer(admin: Admin, request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  switch (`${request.method ?? ''} ${request.url ?? ''}`) {
    case 'GET /ledger':
      return { status: 200, body: admin.ledger() };
    case 'GET /requests':
      return { status: 200, body: admin.requests };
    case 'GET /faults':
      return { status: 200, body: admin.faults.list() };
    case 'POST /faults': {
      const parsed = parseJson((await readBody(request, MAX_BYTES)) ?? Buffer.alloc(0));
      if ('problem' in parsed) return { status: 400, body: { error: parsed.problem } };
      // Faults checks what it is given.
      for (const fault of [parsed.value].flat()) admin.faults.add(fault as Fault);
      return { status: 201, body: admin.faults.list() };
    }
    case 'DELETE /faults':
      admin.faults.clear();
      return { status: 200, body: [] };
    default:
      return { status: 404, body: { error: 'There are /ledger, /requests and /faults.' } };
  }
}

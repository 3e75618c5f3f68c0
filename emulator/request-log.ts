import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as it was received. */
export interface RequestRecord {
  readonly server: 'api' | 'outputs';
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** As received, Authorization included. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Milliseconds since the epoch. */
  readonly timeMs: number;
  /** The JSON body of a submit, `data:` URIs replaced by their hashes. */
  body?: unknown;
  /** HTTP status of the answer; absent while there is none, and if a fault broke the connection. */
  status?: number;
}

/** Every request to the API and to the outputs' host, in order of arrival. */
export class RequestLog {
  readonly records: RequestRecord[] = [];

  /** Records a request, and the status of its answer once that was sent. */
  add(server: RequestRecord['server'], request: IncomingMessage, response: ServerResponse): RequestRecord {
    const record: RequestRecord = {
      server,
      method: request.method ?? '',
      path: request.url ?? '',
      headers: { ...request.headers },
      timeMs: Date.now(),
    };
    this.records.push(record);
    response.once('finish', () => {
      record.status = response.statusCode;
    });
    return record;
  }
}

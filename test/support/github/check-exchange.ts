import { Ajv, type ValidateFunction } from 'ajv';

import { answerSchema, description, type Call, type Operation, type Schema } from './description.ts';

const ajv = new Ajv({
  strict: false,
  allErrors: true,
  coerceTypes: false,
  formats: {
    uri: true,
    'date-time': isTime,
    'uri-template': true,
    email: true,
    int64: true,
    'repo.nwo': true,
  },
});

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text);
}

const compiled = new Map<Schema, ValidateFunction>();

function check(schema: Schema, value: unknown, what: string): readonly string[] {
  let validate = compiled.get(schema);
  if (validate === undefined) {
    validate = ajv.compile({ ...schema, $defs: description.$defs });
    compiled.set(schema, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) => `${what}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** What of a request GitHub's description does not allow. A name that it does not know is a fault too. */
export function checkRequest(
  { operation, params }: Call,
  query: URLSearchParams,
  body: unknown,
): readonly string[] {
  const known = operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  const strange = [...query.keys()].filter((name) => !known.includes(name));
  const given = operation.parameters.flatMap(({ name, in: where, required, schema }) => {
    const text = where === 'path' ? params[name] : where === 'query' ? query.get(name) : null;
    if (text === null || text === undefined) return required ? [`${where} parameter ${name} is missing`] : [];
    return check(schema, readText(text, schema), `${where} parameter ${name}`);
  });
  return [
    ...strange.map((name) => `query parameter ${name} is not described`),
    ...given,
    ...checkBody(operation, body),
  ];
}

/** The text of a parameter as the type that its schema names. */
function readText(text: string, { type }: Schema): unknown {
  if (type === 'integer') return /^-?\d+$/.test(text) ? Number(text) : text;
  return type === 'boolean' && /^(?:true|false)$/.test(text) ? text === 'true' : text;
}

function checkBody({ body: schema }: Operation, body: unknown): readonly string[] {
  if (schema === undefined) return body === undefined ? [] : ['a body is not described'];
  const given = body ?? {};
  const properties = Object.keys(schema['properties'] ?? {});
  const strange = Object.keys(given).filter((name) => !properties.includes(name));
  return [...strange.map((name) => `body: ${name} is not described`), ...check(schema, given, 'body')];
}

/** What of an answer of the fake GitHub's description does not allow. */
export function checkAnswer(operation: Operation, status: number, body: unknown): readonly string[] {
  const schema = answerSchema(operation, status);
  if (schema === undefined) return [`answer ${status} is not described`];
  if (schema === null) return body === undefined ? [] : [`answer ${status} has a body`];
  // GitHub answers null for the repository of a head whose fork was deleted, which its description does not say.
  return check(schema, body, `answer ${status}`).filter(
    (fault) => !fault.includes('/head/repo must be object '),
  );
}

/**
 * Cuts GitHub's own description of its REST API to the operations that the action uses, for the fake in
 * test/support/github/, which checks each request and answer with it. The whole description is 13 MB in a package of
 * 400 MB, so the package is no dependency: the cut is committed.
 *
 *     npm pack @octokit/openapi@23.0.2 && tar xzf octokit-openapi-23.0.2.tgz package/generated/api.github.com.json
 *     node scripts/cut-github-api.ts package/generated/api.github.com.json
 */
import { readFile, writeFile } from 'node:fs/promises';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = Readonly<Record<string, Json>>;

/** What the action calls, and what its tests ask beside it. */
const OPERATIONS: ReadonlySet<string> = new Set([
  'actions/get-job-for-workflow-run',
  'actions/get-workflow-run',
  'git/create-commit',
  'git/create-ref',
  'git/delete-ref',
  'git/get-commit',
  'git/get-ref',
  'git/list-matching-refs',
  'git/update-ref',
  'issues/create-comment',
  'issues/delete-comment',
  'issues/get-comment',
  'issues/list-comments',
  'issues/update-comment',
  'pulls/create',
  'pulls/get',
  'pulls/list',
  'pulls/update',
  'rate-limit/get',
  'repos/compare-commits-with-basehead',
  'repos/get',
  'repos/get-branch',
  'users/get-authenticated',
]);

/** The cut description. */
const descriptionFile = new URL('../test/support/github/description.json', import.meta.url);

/** Words that do not decide whether a value is valid. */
const NOT_RULES =
  /^(?:x-.*|description|example|examples|externalDocs|title|deprecated|discriminator|default)$/;

const METHODS = ['get', 'post', 'patch', 'put', 'delete'];

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function object(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** Makes the cut of a whole description (OpenAPI 3.0). */
export function cutDescription(whole: JsonObject, wanted = OPERATIONS): JsonObject {
  const parts = object(whole['components']);
  const used = new Map<string, Json>();

  /** A schema as JSON Schema of today, without words for people; the schemas that it names are kept too. */
  function cutSchema(value: Json, isMap = false): Json {
    if (Array.isArray(value)) return value.map((each: Json) => cutSchema(each));
    if (!isObject(value)) return value;
    if (typeof value['$ref'] === 'string' && !isMap) return { $ref: `#/$defs/${keep(value['$ref'])}` };
    const rules = Object.entries(value).filter(
      ([key]) => isMap || (!NOT_RULES.test(key) && key !== 'nullable'),
    );
    const cut = Object.fromEntries(
      rules.map(([key, each]) => [key, key === 'enum' ? each : cutSchema(each, key === 'properties')]),
    );
    // OpenAPI 3.0 has a keyword of its own for what may be null.
    return !isMap && value['nullable'] === true ? { anyOf: [{ type: 'null' }, cut] } : cut;
  }

  function keep(ref: string): string {
    const name = ref.replace('#/components/schemas/', '');
    if (used.has(name)) return name;
    used.set(name, {});
    used.set(name, cutSchema(object(parts['schemas'])[name] ?? {}));
    return name;
  }

  function resolve(value: Json | undefined): JsonObject {
    const { $ref: ref } = object(value);
    if (typeof ref !== 'string') return object(value);
    const [kind = '', name = ''] = ref.split('/').slice(-2);
    return object(object(parts[kind])[name]);
  }

  function schemaOf(holder: Json | undefined): Json | undefined {
    const content = object(resolve(holder)['content']);
    const json = content['application/json'] ?? content['application/scim+json'];
    return isObject(json) ? cutSchema(json['schema'] ?? {}) : undefined;
  }

  const operations = Object.entries(object(whole['paths'])).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = object(object(item)[method]);
      const id = operation['operationId'];
      if (typeof id !== 'string' || !wanted.has(id)) return [];
      const parameters = ((operation['parameters'] ?? []) as readonly Json[]).map((each) => {
        const { name, in: where, required, schema } = resolve(each);
        return {
          name,
          in: where,
          required: required === true,
          schema: cutSchema(schema ?? {}),
        } as JsonObject;
      });
      const body = schemaOf(operation['requestBody']);
      const answers = Object.entries(object(operation['responses'])).map(([status, answer]) => {
        const schema = schemaOf(answer);
        return [status, schema ?? null] as const;
      });
      return [
        {
          id,
          method: method.toUpperCase(),
          path,
          parameters,
          ...(body !== undefined && { body }),
          answers: Object.fromEntries(answers),
        },
      ];
    }),
  );
  const missing = [...wanted].filter((id) => !operations.some((operation) => operation.id === id));
  if (missing.length > 0) throw new Error(`The description has no ${missing.join(', ')}.`);
  const names = [...used.keys()].sort();
  return {
    version: object(whole['info'])['version'] ?? '',
    operations,
    $defs: Object.fromEntries(names.map((name) => [name, used.get(name) ?? {}])),
  };
}

if (import.meta.main) {
  const [file = 'package/generated/api.github.com.json'] = process.argv.slice(2);
  const cut = cutDescription(JSON.parse(await readFile(file, 'utf8')) as JsonObject);
  await writeFile(descriptionFile, `${JSON.stringify(cut, null, 1)}\n`);
}

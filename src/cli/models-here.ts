import { readModel } from '../models/read-model.ts';
import { createQueueClient } from '../queue/create-queue-client.ts';
import type { CatalogEntry, QueueClient } from '../queue/types.ts';
import type { Terminal } from '../runner/terminal.ts';
import { plural } from '../shared/format.ts';
import type { Result } from '../shared/result.ts';
import { SILENT } from './check-here.ts';
import { describeModel, renderSnippet, type ListedModel } from './describe-model.ts';
import { EXIT_CODES, type ExitCode } from './exit-codes.ts';
import { createPaint } from './paint.ts';
import type { ModelsCommand } from './commands.ts';

/** More pages than this are not asked for, whatever the service says of their number. */
const MAX_PAGES = 20;

/** `dreamina-edits models`: lists the service's edit models that a search finds; of a single one, also how a spec uses it. */
export async function modelsHere(command: ModelsCommand, terminal: Terminal): Promise<ExitCode> {
  const token = terminal.env['RUNCOMFY_TOKEN'] ?? '';
  if (token === '') {
    terminal.complain(
      'The service lists its models only with a token: set RUNCOMFY_TOKEN to your API token.',
    );
    return EXIT_CODES.usage;
  }
  await using client = createQueueClient({ ...terminal, apiUrl: command.apiUrl, token, log: SILENT });
  const found = await findModels(client, command.search, terminal.stop);
  terminal.stop.throwIfAborted();
  if (!found.ok) {
    terminal.complain(found.error);
    return EXIT_CODES.errors;
  }
  const models = found.value;
  if (command.isJson) {
    const listed = models.map(({ model, name, price }) => {
      return { id: model.id, name, price: price ?? null, inputSchema: model.schema };
    });
    terminal.print(JSON.stringify({ version: 1, command: 'models', models: listed }, null, 2));
    return EXIT_CODES.ok;
  }
  const paint = createPaint(terminal.isColored && !command.isPlain);
  const [only, ...others] = models;
  terminal.print(
    [
      ...models.flatMap((each) => [
        paint.bold(each.model.id),
        ...describeModel(each).map((line) => `  ${line}`),
      ]),
      ...(only !== undefined && others.length === 0 ? ['', ...renderSnippet(only)] : []),
      ...(models.length === 1 ? [] : ['', `${plural(models.length, 'edit model')}.`]),
    ].join('\n'),
  );
  return EXIT_CODES.ok;
}

/** The edit models among those that the service finds, by id; one whose id is searched for comes alone. The error is a sentence. */
async function findModels(
  client: Pick<QueueClient, 'catalog'>,
  search: string,
  signal: AbortSignal,
): Promise<Result<readonly ListedModel[], string>> {
  const entries: CatalogEntry[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await client.catalog({ search, offset: entries.length }, signal);
    if (!answer.ok) return { ok: false, error: answer.error.message };
    entries.push(...answer.value.models);
    if (answer.value.models.length === 0 || entries.length >= answer.value.total) break;
  }
  const models = entries.flatMap(({ id, name, price, inputSchema }): readonly ListedModel[] => {
    const model = readModel(id, inputSchema);
    return model.ok ? [{ model: model.value, name, price }] : [];
  });
  const exact = models.filter(({ model }) => model.id === search);
  const listed = exact.length > 0 ? exact : models;
  return { ok: true, value: listed.toSorted((a, b) => (a.model.id < b.model.id ? -1 : 1)) };
}

/**
 * The artifact service as a program: `node demo/artifact-service/main.ts --storage DIR`. The first line of its output
 * is JSON: `{url, env}`. It ends on SIGINT and SIGTERM.
 */
import { parseArgs } from 'node:util';

import { startArtifactService } from './start-artifact-service.ts';

const { values } = parseArgs({ options: { storage: { type: 'string' } } });
if (values.storage === undefined) {
  console.error('Usage: node demo/artifact-service/main.ts --storage DIR');
  process.exitCode = 2;
} else {
  const service = await startArtifactService({ storage: values.storage });
  console.log(JSON.stringify({ url: service.url, env: service.env }));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void service.close();
    });
  }
}

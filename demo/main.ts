/**
 * `npm run demo`: runs the bundled action on `examples/` as the runner would, against the emulator and a local artifact
 * service, shows the log as it comes, unpacks the artifact to `demo/out/` and compares it with the files byte for byte.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { styleText } from 'node:util';

import { actionFolder } from './action-metadata.ts';
import { checkRun } from './check-run.ts';
import { renderClosingTable } from './closing-table.ts';
import { colorLine } from './color-line.ts';
import { comparePictures, listFiles } from './compare-folders.ts';
import { readResults } from './read-results.ts';
import { renderSummaryPage } from './render-summary.ts';
import { runExample } from './run-example.ts';

const out = path.join(actionFolder, 'demo', 'out');
const shown = (file: string): string => path.relative(process.cwd(), path.join(out, file));

async function demo(temp: string, signal: AbortSignal): Promise<readonly string[]> {
  const run = await runExample({
    temp,
    unpackTo: out,
    signal,
    onLine: (line) => {
      // As on GitHub, where one sees these only with step debug logging.
      if (line.kind !== 'debug') console.log(colorLine(line));
    },
  });
  signal.throwIfAborted();
  await writeFile(path.join(out, 'summary.html'), await renderSummaryPage(run.main.summary, 'Job summary'));

  const resultsFile = run.main.outputs['results-file'];
  if (resultsFile === undefined) return ['the output results-file is not set'];
  const results = await readResults(resultsFile);
  const faults = [
    ...(await checkRun({ ...run, results })),
    ...(await comparePictures(results, path.dirname(resultsFile), out)),
  ];

  const files = await listFiles(out);
  const pictures = results.edits.flatMap((edit) => edit.files.map((file) => file.path));
  console.log(`\n${renderClosingTable(results)}\n`);
  console.log(`Artifact     ${run.artifacts.map(({ name }) => name).join(', ')}: ${files.length - 1} files`);
  console.log(`Paid submits ${run.ledger.length}, cost $${(results.costUsd ?? 0).toFixed(2)} (emulated)\n`);
  console.log('Open these:');
  for (const file of ['index.html', 'summary.html', ...pictures]) console.log(`  ${shown(file)}`);
  return faults;
}

async function main(): Promise<number> {
  const startedAtMs = Date.now();
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort(new Error('stopped by Ctrl-C'));
  });
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const temp = await mkdtemp(path.join(tmpdir(), 'dreamina-demo-'));
  try {
    const faults = await demo(temp, stop.signal);
    for (const fault of faults) console.error(styleText('red', `Not as it should be: ${fault}`));
    const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
    if (faults.length === 0)
      console.log(
        styleText('green', `\nAll is as it should be: the artifact equals the files. ${seconds} s`),
      );
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error('Stopped.');
    return 130;
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

process.exitCode = await main();

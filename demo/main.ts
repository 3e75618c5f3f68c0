/**
 * `npm run demo`: runs the bundled action on `examples/` as the runner would, against the emulator, a local artifact
 * service and a local git server, and shows the log as it comes. Unpacks the artifact to `demo/out/`, writes the assets
 * branch to `demo/out/branch/` and compares both with the files byte for byte. Then runs it again: nothing is
 * left to do. At last it has four takes made of an edit, and keeps another one, which costs nothing.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { styleText } from 'node:util';

import { actionFolder } from './action-metadata.ts';
import { checkRenditions } from './check-renditions.ts';
import { checkRun, checkSecondRun, checkTakes } from './check-run.ts';
import { renderClosingTable } from './closing-table.ts';
import { colorLine } from './color-line.ts';
import { comparePictures } from './compare-folders.ts';
import { readResults } from './read-results.ts';
import { renderPage } from './render-page.ts';
import { writeExamplePage } from './write-example-page.ts';
import { runExample } from './run-example.ts';

const out = path.join(actionFolder, 'demo', 'out');
const shown = (file: string): string => path.relative(process.cwd(), path.join(out, file));

async function demo(temp: string, signal: AbortSignal): Promise<readonly string[]> {
  const exportTo = path.join(out, 'branch');
  const exportKeptTo = path.join(out, 'kept');
  const { first, second, takes, kept, ...run } = await runExample({
    temp,
    unpackTo: out,
    exportTo,
    exportKeptTo,
    signal,
    onJob: (title) => {
      console.log(styleText('inverse', `\n ${title} `));
    },
    onLine: (line) => {
      // As on GitHub, where you see these only with step debug logging.
      if (line.kind !== 'debug') console.log(colorLine(line));
    },
  });
  signal.throwIfAborted();
  const copy = { server: run.blobs, folder: 'branch' };
  const summary = await renderPage(first.main.summary, 'Job summary', { ...copy, isOnServer: false });
  await writeFile(path.join(out, 'summary.html'), summary);

  const resultsFile = first.main.outputs['results-file'];
  if (resultsFile === undefined) return ['the output results-file is not set'];
  const results = await readResults(resultsFile);
  const faults = [
    ...(await checkRun({ ...run, ...first, results })),
    ...checkSecondRun({ ...run, ...first, results }, { ...run, ...second, results }),
    ...checkTakes(
      { ...run, ...second, results },
      { ...run, ...takes, results },
      { ...run, ...kept, results },
    ),
    ...(await comparePictures(results, path.dirname(resultsFile), out)),
  ];
  console.log(`\nThe first run:\n${renderClosingTable(results)}\n`);
  if (first.branch !== undefined) {
    faults.push(...(await comparePictures(results, exportTo)));
    faults.push(...(await checkRenditions(exportTo, results.edits.length)));
    faults.push(...(await checkRenditions(exportKeptTo, results.edits.length)));
    for (const folder of [exportTo, exportKeptTo]) await writeExamplePage(folder);
    const readme = await readFile(path.join(exportTo, 'README.md'), 'utf8');
    const page = await renderPage(readme, 'Branch assets', { ...copy, isOnServer: true });
    await writeFile(path.join(out, 'branch.html'), page);
    console.log(`Branch       assets: ${first.branch.log.join('\n                     ')}`);
    for (const line of first.branch.tree) console.log(`  ${line}`);
  }
  console.log(`Artifact     ${run.artifacts.map(({ name }) => name).join(', ')}, files: ${run.unpacked}`);
  console.log(`Paid submits ${first.submits}, cost ${(results.costUsd ?? 0).toFixed(2)} USD (emulated)`);
  console.log(
    `Second run   ${second.main.outputs['outcome'] ?? ''}, submits: ${second.submits - first.submits}`,
  );
  console.log(`Four takes   submits: ${takes.submits - second.submits}`);
  console.log(`One kept     submits: ${kept.submits - takes.submits}\n`);
  console.log('Open these:');
  const pictures = results.edits.flatMap((edit) => edit.files.map((file) => file.path));
  for (const file of [
    'index.html',
    'summary.html',
    'branch.html',
    'branch/index.html',
    'kept/page.html',
    ...pictures,
  ])
    console.log(`  ${shown(file)}`);
  return faults;
}

async function main(): Promise<number> {
  const startedAtMs = Date.now();
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort(new Error('stopped by Ctrl-C'));
  });
  await rm(out, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(out, { recursive: true });
  const temp = await mkdtemp(path.join(tmpdir(), 'dreamina-demo-'));
  try {
    const faults = await demo(temp, stop.signal);
    for (const fault of faults) console.error(styleText('red', `Not as it should be: ${fault}`));
    const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
    if (faults.length === 0)
      console.log(
        styleText(
          'green',
          `\nEverything matches: the artifact and the branch contain exactly the pictures of the run. ${seconds} s`,
        ),
      );
    return faults.length === 0 ? 0 : 1;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error('Stopped.');
    return 130;
  } finally {
    await rm(temp, { recursive: true, force: true, maxRetries: 5 });
  }
}

process.exitCode = await main();

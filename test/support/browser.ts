import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { chromium, type Browser } from 'playwright-core';

const run = promisify(execFile);

/**
 * A headless Chromium: the one that `CHROME_PATH` names; on Linux x64 the one that comes with the development
 * dependencies, which needs no system packages; on other systems an installed Chrome. Throws if there is none.
 */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined) return await chromium.launch({ executablePath: named });
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return await chromium.launch({ channel: 'chrome' });
  const folder = await unpackOnce();
  const executablePath = path.join(folder, 'chromium');
  const bare = await lacksLibraries(executablePath);
  return await chromium.launch({
    executablePath,
    // Containers and test machines often run as root, where Chromium's own sandbox refuses to start.
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    env: {
      ...process.env,
      ...(bare ? { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') } : {}),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') }),
    },
  });
}

/**
 * Unpacks the browser, its fonts and the libraries it may lack to a folder that all test processes share: beside it
 * first and then renamed, so that those who come at the same time never start half a browser.
 */
async function unpackOnce(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', PACKAGE), 'utf8')) as {
    version: string;
  };
  const folder = path.join(tmpdir(), `dreamina-edit-action-chromium-${version}`);
  if (existsSync(folder)) return folder;
  const beside = await mkdtemp(`${folder}-`);
  // The package unpacks to the temp folder of its process, so it gets a process whose temp folder is this one.
  await run(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    env: { ...process.env, TMPDIR: beside },
  });
  // The package's own configuration looks for fonts in fixed places.
  await writeFile(path.join(beside, 'fonts.conf'), `<fontconfig><dir>${folder}/fonts</dir></fontconfig>`);
  try {
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, maxRetries: 5 });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

const PACKAGE = import.meta.resolve('@sparticuz/chromium');
const UNPACK = `
import chromium, { inflate } from ${JSON.stringify(PACKAGE)};
await chromium.executablePath();
await inflate(new URL('../bin/al2023.tar.br', ${JSON.stringify(PACKAGE)}).pathname);
`;

async function lacksLibraries(executablePath: string): Promise<boolean> {
  const { stdout } = await run('ldd', [executablePath]);
  return stdout.includes('not found');
}

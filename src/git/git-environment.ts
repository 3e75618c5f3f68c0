import type { Env } from '../shared/ports.ts';
import { readProxies } from '../shared/proxies.ts';
import { gitSettings, type GitSetting } from './git-settings.ts';
import type { GitRemote } from './types.ts';

/** What git needs of the outside: to be found, to find its libraries, temporary files and certificates. */
const PASSED = new Set([
  'PATH',
  'PATHEXT',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'COMSPEC',
  'PROGRAMDATA',
  'TMPDIR',
  'TEMP',
  'TMP',
  'LD_LIBRARY_PATH',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'GIT_SSL_CAPATH',
  'ALL_PROXY',
]);

/** Where git runs, and what it takes over from the machine. */
export interface GitPlace {
  /** Absolute path of the bare repository; also git's home, so that neither `~/.gitconfig` nor `~/.netrc` is found. */
  readonly folder: string;
  /** The machine's own settings for proxies and certificates; see `machine-settings.ts`. */
  readonly machine: readonly GitSetting[];
}

/**
 * The whole environment of a git process. All that is not needed is left out: other `GIT_*` variables would change what
 * git does, write traces with the token in them, or lead it to another repository. The token and all settings go by
 * `GIT_CONFIG_COUNT` (git 2.31 and newer), so they are in no file and on no command line.
 * `remote.url` must be a URL that can be parsed.
 */
export function gitEnvironment(env: Env, remote: GitRemote, place: GitPlace): Record<string, string> {
  const settings = [...place.machine, ...gitSettings(remote)];
  return {
    ...passedVariables(env),
    ...proxyVariables(env, remote),
    HOME: place.folder,
    GIT_DIR: place.folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
    GIT_TERMINAL_PROMPT: '0',
    GIT_ALLOW_PROTOCOL: 'https:http:file',
    // What git says is read, so it must not be translated.
    LC_ALL: 'C',
  };
}

/** Those variables of `env` that every git process gets, spelled as they are. */
export function passedVariables(env: Env): Record<string, string> {
  const passed = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && PASSED.has(entry[0].toUpperCase()),
  );
  return Object.fromEntries(passed);
}

function proxyVariables(env: Env, { url }: GitRemote): Record<string, string> {
  const { httpProxy, httpsProxy, noProxy } = readProxies(env, [new URL(url).hostname]);
  const variables = { http_proxy: httpProxy, https_proxy: httpsProxy, no_proxy: noProxy };
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}

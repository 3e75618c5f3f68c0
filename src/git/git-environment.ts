import type { Env } from '../shared/ports.ts';
import { readProxies } from '../shared/proxies.ts';
import { gitSettings, localSettings, type GitSetting } from './git-settings.ts';
import type { GitRemote } from './types.ts';

/** What git needs from outside: to be found, and to find its libraries, temporary files and certificates. */
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
]);

/** What git also needs to reach a server. */
const PASSED_TO_REMOTE = new Set([
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
  'GIT_SSL_CAINFO',
  'GIT_SSL_CAPATH',
  'ALL_PROXY',
]);

/** Where git runs, and what it inherits from the machine. */
export interface GitFolder {
  /** Absolute path of the bare repository; also git's home, so that neither `~/.gitconfig` nor `~/.netrc` is found. */
  readonly folder: string;
  /** The machine's own settings for proxies and certificates; see `machine-settings.ts`. */
  readonly machine: readonly GitSetting[];
}

/**
 * The whole environment of a git process that may talk to `remote`, and to no one else. Everything that is not needed
 * is left out: other `GIT_*` variables would change what git does, write traces with the token in them, or lead it to
 * another repository. The token and all settings are passed by `GIT_CONFIG_COUNT` (git 2.31 and newer), so they are in
 * no file and on no command line. `remote.url` must be a URL that can be parsed.
 */
export function gitEnvironment(env: Env, remote: GitRemote, own: GitFolder): Record<string, string> {
  return {
    ...passedVariables(env, PASSED),
    ...passedVariables(env, PASSED_TO_REMOTE),
    ...proxyVariables(env, remote),
    ...ownVariables(own.folder, [...own.machine, ...gitSettings(remote)]),
    // Only the protocol of our own remote.
    GIT_ALLOW_PROTOCOL: new URL(remote.url).protocol.slice(0, -1),
  };
}

/**
 * The whole environment of a git process that reads objects from `objects` (absolute path) and nothing else: no
 * network, no token, and only our own configuration. Nothing is fetched, even if the objects' own repository would do
 * so.
 */
export function readerEnvironment(env: Env, folder: string, objects: string): Record<string, string> {
  return {
    ...passedVariables(env, PASSED),
    ...ownVariables(folder, localSettings()),
    GIT_OBJECT_DIRECTORY: objects,
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
  };
}

/**
 * The environment in which git finds the configuration of the system and the user, with `folder` (a bare repository of
 * our own) instead of any around the working directory. It contains nothing about the remote.
 */
export function machineEnvironment(env: Env, folder: string): Record<string, string> {
  const homes = ['HOME', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'XDG_CONFIG_HOME'];
  const files = ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'];
  return {
    ...passedVariables(env, PASSED),
    ...passedVariables(env, new Set([...homes, ...files])),
    GIT_DIR: folder,
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
  };
}

function ownVariables(folder: string, settings: readonly GitSetting[]): Record<string, string> {
  return {
    HOME: folder,
    GIT_DIR: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(
      settings.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
    GIT_TERMINAL_PROMPT: '0',
    // The output of git is parsed, so it must not be translated.
    LC_ALL: 'C',
  };
}

/** The variables of `env` whose names are in `names` (in upper case), spelled as they are. */
function passedVariables(env: Env, names: ReadonlySet<string>): Record<string, string> {
  const passed = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && names.has(entry[0].toUpperCase()),
  );
  return Object.fromEntries(passed);
}

function proxyVariables(env: Env, { url }: GitRemote): Record<string, string> {
  const { httpProxy, httpsProxy, noProxy } = readProxies(env, [new URL(url).hostname]);
  const variables = { http_proxy: httpProxy, https_proxy: httpsProxy, no_proxy: noProxy };
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
}

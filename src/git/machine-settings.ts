import type { Env } from '../shared/ports.ts';
import { passedVariables } from './git-environment.ts';
import type { GitSetting } from './git-settings.ts';

/** Names under `http.` (or `http.<url>.`) that say how this machine reaches the network. */
const NAMES = [
  'proxy',
  'proxyauthmethod',
  'proxysslcainfo',
  'proxysslcert',
  'proxysslkey',
  'sslbackend',
  'sslcainfo',
  'sslcapath',
  'sslcert',
  'sslkey',
  'sslversion',
  'sslcipherlist',
  'schannelcheckrevoke',
  'schannelusesslcainfo',
  'pinnedpubkey',
  'version',
];

/** Arguments that list the machine's settings for proxies and certificates; exit status 1 where there are none. */
export const LIST_MACHINE_SETTINGS: readonly string[] = [
  'config',
  '--null',
  '--type=path',
  '--get-regexp',
  `^http\\.(.*\\.)?(${NAMES.join('|')})$`,
];

/**
 * The environment in which git finds the system's and the user's configuration, with `folder` (a fresh bare repository)
 * in place of the one that stands around the working directory. Nothing of the remote is in it.
 */
export function machineEnvironment(env: Env, folder: string): Record<string, string> {
  const homes = ['HOME', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'XDG_CONFIG_HOME'];
  const files = ['GIT_CONFIG_GLOBAL', 'GIT_CONFIG_SYSTEM', 'GIT_CONFIG_NOSYSTEM'];
  const found = [...homes, ...files].flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...passedVariables(env), ...Object.fromEntries(found), GIT_DIR: folder, LC_ALL: 'C' };
}

/** Reads what `LIST_MACHINE_SETTINGS` prints: `key`, a line break, `value`, NUL. */
export function parseMachineSettings(text: string): readonly GitSetting[] {
  return text
    .split('\0')
    .filter((record) => record.includes('\n'))
    .map((record) => {
      const end = record.indexOf('\n');
      return [record.slice(0, end), record.slice(end + 1)];
    });
}

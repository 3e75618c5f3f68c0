/** The first that takes its configuration, and with it the token, by `GIT_CONFIG_COUNT`. */
const OLDEST = { major: 2, minor: 31 };

/** What stands where git is missing or too old, or undefined where `output` (of `git version`) names one that will do. */
export function judgeGitVersion(output: string): string | undefined {
  const [, version, major, minor] = /^git version ((\d+)\.(\d+)\S*)/.exec(output) ?? [];
  const needed = `git ${OLDEST.major}.${OLDEST.minor} or newer is needed`;
  if (version === undefined) return `${needed}; \`git version\` said ${JSON.stringify(output.slice(0, 100))}`;
  const newer = Number(major) - OLDEST.major || Number(minor) - OLDEST.minor;
  return newer < 0 ? `${needed}, but this machine has git ${version}` : undefined;
}

/** What stands where there is no git at all. */
export const NO_GIT = `git was not found on the PATH; git ${OLDEST.major}.${OLDEST.minor} or newer is needed`;

/** The version that `action.yml` names (`node24`). Some runners take whatever Node is on their PATH. */
const NEEDED = 24;

/** Why this Node cannot run the action; undefined if it can. Uses only what every Node has. */
export function findNodeFault(version: string): string | undefined {
  return parseInt(version, 10) >= NEEDED
    ? undefined
    : `This action needs Node ${NEEDED}, and this runner started it with Node ${version}. Nothing was sent. Update the runner, or put Node ${NEEDED} first on its PATH.`;
}

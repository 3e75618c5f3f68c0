/** The version that `action.yml` names (`node24`). Some runners take whatever Node is on their PATH. */
const NEEDED = 24;

/** Whether this Node can run the code. Uses only what every Node has. */
export function isNodeNewEnough(version: string): boolean {
  return parseInt(version, 10) >= NEEDED;
}

/** Why this Node cannot run the action; undefined if it can. */
export function findNodeFault(version: string): string | undefined {
  return isNodeNewEnough(version)
    ? undefined
    : `This action needs Node ${NEEDED}, and this runner started it with Node ${version}. Nothing was sent. Update the runner, or put Node ${NEEDED} first on its PATH.`;
}

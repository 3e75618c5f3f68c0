/** Who runs this code: a step of a workflow, or a person at a desk, who has other means. */
export interface Desk {
  /** Advice about a workflow's settings would not help. */
  readonly isAtDesk?: true;
}

/** How a message names a setting: an input of the step, or an option of the command line. */
export function nameSetting(name: string, { isAtDesk }: Desk): string {
  return isAtDesk === true ? `Option \`--${name}\`` : `Input \`${name}\``;
}

/** An argument as it is typed in a shell: in double quotes, which all shells know, if it has anything but plain characters; pure. */
export function quoteArgument(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `"${argument.replaceAll(/["$`\\]/g, '\\$&')}"`;
}

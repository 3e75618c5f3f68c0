/** This action's version, as in package.json. The lock file records it for each edit. */
export const VERSION = '1.0.0';

/** This action's version, as in package.json. It stands in the lock file beside each edit that it made. */
export const VERSION = '1.0.0';

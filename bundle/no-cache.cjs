// What the command line has in place of `@actions/cache`: it is in no job and never reads that cache.
module.exports = {};

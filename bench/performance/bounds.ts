/** What bounds the figures of each benchmark physically, and which figure is the ratio to that bound. */
export const BOUNDS: Readonly<Record<string, string>> = {
  polling:
    'Reads x mean lag cannot be less than half of the square of the integral of sqrt(density x survival) of the times that jobs take: ' +
    '`_times_least` is the ratio to that. If nothing is known about these times, no way is better than even intervals for all of them: ' +
    '`_times_fixed` is the ratio to these, at as many reads.',
  makespan:
    'The ideal schedule starts each edit in the same order, the moment that a slot is free, and fetches each picture at the full speed of the line; ' +
    'figures are ratios to it. `bound_by_reads` are rows in which the 10 reads a second that a run may send hardly leave such a ratio: ' +
    '`_times_reference` is what a run takes longer than the ideal schedule, divided by what it takes longer if each job is read at the times that are best ' +
    'for it if the distribution of the times is known.',
  memory:
    'Node itself takes about 50 MB, the bundle as much again. The artifact client has three blocks of 4 MiB in flight, whatever is uploaded.',
  profile:
    'Seconds of the main thread while 1,000 pictures of 5 MB are made, downloaded and uploaded, eight at a time; without the time in which it waits. Each ' +
    'byte comes in once, is hashed twice and goes out once. Frequent collection of garbage (`garbage`) is the cost of little memory: with half as many of the ' +
    'long ones, `memory` goes over its limit ([decision 8](decisions/0008-young-garbage.md)).',
  start:
    'The bound is a bare Node that does nothing, `bare_node_ms`, and 30 ms for what a request needs of Node itself: HTTP, cryptography, files, processes.',
  branch:
    'Any way by git hashes and writes each picture once, and sends its bytes to a server that hashes them again: `times_floor` is the ratio to that.',
  ledger: 'The bound is the same run without a ledger: `overhead_percent` is what is added.',
  noop: 'Each edit of the spec is read and hashed once; git is asked once where the branch is, and once for its lock file.',
  inspect:
    'Each byte is read and hashed once, by SHA-256 and by SHA-1 for git; the pixels of a PNG are inflated. `png_of_zlib` is the ratio to inflating them only.',
  artifact:
    'Each byte is archived, hashed and sent once: the archive needs no compression, since pictures are compressed.',
  outage: 'What waits for a service that is out of reach tries again after 8 s at most.',
  plan: 'Each edit of the spec is read, checked and hashed once.',
};

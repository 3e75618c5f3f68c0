/**
 * What `make` gives, made at the first use and kept. For the form of what only some runs read, such as a lock file or
 * an error of the service: to build all of these forms took a tenth of the start of every run. An error of `make` is thrown
 * at each use.
 */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** A log that says nothing: only figures may go to a measuring process's standard output. Imports nothing, as what is loaded is measured too. */
export const SILENT_LOG = {
  info: () => undefined,
  debug: () => undefined,
  group: async <T>(_title: string, body: () => Promise<T>) => await body(),
};

// Loaded into a process in front of its own code: makes it take itself for an older Node.
Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });

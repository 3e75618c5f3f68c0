/** Environment variables that shift the clock of a Node process by `ms`. */
export function shiftClock(ms: number): Readonly<Record<string, string>> {
  const module = `
    const { now } = Date;
    Date.now = () => now() + ${ms};
    globalThis.Date = new Proxy(Date, {
      construct: (type, given, target) => Reflect.construct(type, given.length > 0 ? given : [type.now()], target),
    });
  `;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(module)}` };
}

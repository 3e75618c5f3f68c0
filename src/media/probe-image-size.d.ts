// The package has no types of its own; only what is used here is declared.
declare module 'probe-image-size/sync.js' {
  interface ProbedSize {
    readonly width: number;
    readonly height: number;
    /** EXIF orientation, 1 to 8; absent where the file tells none. */
    readonly orientation?: number;
  }
  /** Undefined where the data is of another format, damaged, or ends before its size. */
  type SizeParser = (data: Uint8Array) => ProbedSize | undefined;

  const probe: { readonly parsers: Readonly<Record<'gif' | 'jpeg' | 'png', SizeParser>> };
  export default probe;
}

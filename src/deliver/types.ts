/** Where the outputs ended up. */
export type Delivery =
  | {
      readonly kind: 'artifact';
      readonly name: string;
      readonly id: number;
      readonly url: string;
      /** `sha256:` and hex of the archive, as the artifact service has it. */
      readonly digest: string;
      readonly bytes: number;
      readonly files: number;
    }
  /** Nothing to deliver. */
  | { readonly kind: 'none' }
  /** The files stay in `folder`. */
  | { readonly kind: 'failed'; readonly message: string; readonly folder: string };

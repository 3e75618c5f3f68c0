/** What came back from one HTTP exchange, before anything of it is believed. */
export type Reply =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly retryAfter: string | undefined;
      /** The body, with absurdly long strings of its JSON cut short. */
      readonly text: string;
      /** Why the body ended before its end. */
      readonly cutShort?: unknown;
    }
  /** `sent` is false only where not one byte of the request can have left: the connection was never made. */
  | { readonly kind: 'unanswered'; readonly sent: boolean; readonly error: unknown };

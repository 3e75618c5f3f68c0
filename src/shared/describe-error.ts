import { quoteWords, type Clause } from './sentence.ts';

/** An unknown thrown value in one line, with the causes that lie beneath it. */
export function describeError(error: unknown): Clause {
  if (!(error instanceof Error)) return quoteWords(String(error));
  const own =
    error instanceof AggregateError && error.message === ''
      ? error.errors.map(describeError).join('; ')
      : error.message;
  const text = quoteWords((own === '' ? error.name : own).replaceAll(/\s+/g, ' '));
  if (error.cause === undefined) return text;
  const cause = describeError(error.cause);
  return text.includes(cause) ? text : `${text}: ${cause}`;
}

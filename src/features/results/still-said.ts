/**
 * Of what was said about a form's fields, what still holds, in the words of now: what has been mended since is not
 * said any more, and nothing is said of a field before it was asked to be saved.
 */
export const stillSaid = <T extends Partial<Record<string, string>>>(said: T, now: T): T =>
  Object.fromEntries(Object.entries(now).filter(([field]) => field in said)) as T

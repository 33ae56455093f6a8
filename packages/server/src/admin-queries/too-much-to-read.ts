/** A list of staff took longer than one may: its filter leaves too much to read. */
export class TooMuchToReadError extends Error {
  override name = 'TooMuchToReadError';
}

import { errorMessage } from '../contract/error-messages.js';
import { OptInError } from '../contract/errors.js';
import type { OwnOptions } from './own-options.js';
import { unknownInputs } from './unknown-inputs.js';

/** Mistakes in the options that the page survives: each is reported once. */
export function inputProblems(options: OwnOptions): OptInError[] {
  return unknownInputs(options).map(({ code, value, known }) => {
    const found = JSON.stringify(String(value).slice(0, 32));
    return new OptInError(code, errorMessage(code, `Found: ${found}. Known: ${known.join(', ')}.`));
  });
}

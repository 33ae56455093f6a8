import { closestName } from './closest-name.js';
import type { Environment } from './environment.js';
import type { OptionProblem } from './options-error.js';
import { VARIABLES } from './variables.js';

/** Names that many programs share, and beside which others have theirs: `AWS_ENDPOINT_URL_SQS`. */
const SHARED = /^(PORT|HOST)$|^AWS_/;
/** Beginnings that are ours alone. */
const OURS = /^(ULTRAMSG|WHATSAPP|SMS|VAPID)_/;

const NAMES = [...new Set(VARIABLES.flatMap(({ name, fileName }) => [name, fileName ?? []].flat()))];

/**
 * Variables that nothing reads: those spelt nearly like one of ours that is not set, and those that begin as ours do. Where
 * ours is there, blank or not, the other belongs to another program.
 */
export function findMisspelt(env: Environment): { misspelt: OptionProblem[]; unused: string[] } {
  const absent = NAMES.filter((name) => env[name] === undefined && !SHARED.test(name));
  const misspelt: OptionProblem[] = [];
  const unused: string[] = [];
  for (const name of Object.keys(env)) {
    if (NAMES.includes(name) || !env[name]?.trim()) continue;
    const meant = closestName(name, absent);
    if (meant !== null) {
      const message = `is not known: did you mean ${meant}? If another program reads it, set ${meant} too, if only to nothing.`;
      misspelt.push({ option: name, message });
    } else if (OURS.test(name)) {
      const longer = NAMES.find((one) => one.startsWith(`${name}_`));
      unused.push(
        `${name} is not known and changes nothing${longer === undefined ? '.' : `: did you mean ${longer}?`}`,
      );
    }
  }
  return { misspelt, unused };
}

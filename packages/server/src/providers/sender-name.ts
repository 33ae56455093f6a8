import { toStorableText } from './storable-json.js';

/** No person has a longer name; such a name would only fill the staff's page. */
const MAX_NAME_CHARACTERS = 128;

/** The name that a person gave to the vendor, fit to be stored; `null` where there is none. */
export function readSenderName(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const text = toStorableText(name).trim();
  return text === '' ? null : [...text].slice(0, MAX_NAME_CHARACTERS).join('');
}

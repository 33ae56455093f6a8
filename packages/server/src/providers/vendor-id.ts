import { createHash } from 'node:crypto';
import { toStorableText } from './storable-json.js';

/** More than any vendor's id has, less than an index entry of PostgreSQL takes. */
const MAX_LENGTH = 512;

/** A vendor's id as it is stored; `null` where nothing is left of it. A longer one is shortened to a digest. */
export function readVendorId(id: unknown): string | null {
  if (typeof id === 'number') return Number.isSafeInteger(id) ? String(id) : null;
  if (typeof id !== 'string') return null;
  const text = toStorableText(id).trim();
  if (text === '') return null;
  return text.length <= MAX_LENGTH ? text : `digest:${createHash('sha256').update(text).digest('hex')}`;
}

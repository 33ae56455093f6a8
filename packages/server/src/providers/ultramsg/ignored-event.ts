import { createHash } from 'node:crypto';
import { toStorableJson } from '../storable-json.js';
import type { IgnoredEvent } from '../whatsapp-provider.js';

export function ignored(why: string): IgnoredEvent {
  return { kind: 'ignored', why };
}

/**
 * Not understood, or of another instance: kept for staff, without its secret. What is nested too deeply to be stored is
 * ignored alone.
 */
export function kept(why: string, item: unknown, fromCustomer = false): IgnoredEvent {
  try {
    const raw = toStorableJson(item, ['token']);
    const key = `ultramsg:${createHash('sha256')
      .update(JSON.stringify(raw) ?? '')
      .digest('hex')}`;
    return { kind: 'ignored', why, keep: { key, raw, fromCustomer } };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return ignored(why);
  }
}

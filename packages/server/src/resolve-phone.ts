import { normalizePhoneNumber } from '@whatsapp-optin/sdk/contract';
import type { OptionChecks } from './option-checks.js';

/** E.164; `null` where none is given, or one that is wrong and told of. */
export function resolvePhone(checks: OptionChecks, path: string, value: unknown): string | null {
  const text = checks.text(path, value);
  if (text === null) return null;
  try {
    return normalizePhoneNumber(text);
  } catch {
    checks.wrong(path, 'must be a phone number with its country code, for example "+966500000000".');
    return null;
  }
}

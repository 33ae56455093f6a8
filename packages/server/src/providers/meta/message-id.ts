import { readVendorId } from '../vendor-id.js';

const FORM = /^wamid\.[\w+/=.-]{1,506}$/;

/** Id of a message as Meta gives it, `wamid.…`; `null` for any other form: this id guards against a replay. */
export function readMessageId(id: unknown): string | null {
  const text = readVendorId(id);
  return text !== null && FORM.test(text) ? text : null;
}

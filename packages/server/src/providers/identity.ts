/**
 * One name by which a person is known to a vendor. `e164` is a phone (`+` and digits); `jid` is a linked-device address
 * (`59682983022601@lid`), opaque and never turned into digits; `wa_id` and `bsuid` are Meta's.
 */
export interface Identity {
  kind: IdentityKind;
  value: string;
}

/** In the order in which a match is believed. */
export const IDENTITY_KINDS = ['e164', 'wa_id', 'bsuid', 'jid'] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

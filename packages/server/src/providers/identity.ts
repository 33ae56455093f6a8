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

/**
 * A business-scoped user id of Meta's, `SA.13491208655302741918`; with the group `ENT.` that of a parent.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (2026-05)
 */
export const META_USER_ID = /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/;

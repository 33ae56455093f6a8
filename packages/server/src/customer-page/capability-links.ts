import { createHmac, timingSafeEqual } from 'node:crypto';

const TAG_BYTES = 16;
const CONTACT_BYTES = 16;
/** The id of an organization has 128 characters at most, of four bytes at most. */
const MAX_TOKEN_LENGTH = 768;
const UNKNOWN_KEY = Buffer.alloc(32);

/** Whose page a link opens. */
export interface PageOwner {
  organizationId: string;
  contactId: string;
}

export interface CapabilityLinks {
  /** The address of the person's page. `null`: the organization has no key, or the server no public address. */
  urlOf(owner: PageOwner): string | null;
  /** `null`: no token of ours. A token does not end by itself: whether its page is open, the database says. */
  read(token: string): PageOwner | null;
}

/**
 * Tokens that open a person's page: a tag, the contact and the organization, in base64url. The tag is an HMAC-SHA256 over
 * the rest, cut to 16 bytes.
 *
 * @param keys - by organization
 * @param publicUrl - base path included
 */
export function createCapabilityLinks(keys: ReadonlyMap<string, Uint8Array>, publicUrl: string): CapabilityLinks {
  return {
    urlOf({ organizationId, contactId }) {
      const key = keys.get(organizationId);
      if (key === undefined || publicUrl === '') return null;
      const owner = Buffer.concat([Buffer.from(contactId.replaceAll('-', ''), 'hex'), Buffer.from(organizationId)]);
      return `${publicUrl}/m/${Buffer.concat([tagOf(key, owner), owner]).toString('base64url')}`;
    },
    read(token) {
      if (token.length > MAX_TOKEN_LENGTH) return null;
      const bytes = Buffer.from(token, 'base64url');
      // One spelling a token: letters that the decoder skips make another one.
      if (bytes.length <= TAG_BYTES + CONTACT_BYTES || bytes.toString('base64url') !== token) return null;
      const owner = bytes.subarray(TAG_BYTES);
      const organizationId = owner.subarray(CONTACT_BYTES).toString('utf8');
      const key = keys.get(organizationId);
      const isOurs = timingSafeEqual(bytes.subarray(0, TAG_BYTES), tagOf(key ?? UNKNOWN_KEY, owner));
      if (!isOurs || key === undefined) return null;
      return { organizationId, contactId: uuidOf(owner.subarray(0, CONTACT_BYTES)) };
    },
  };
}

function tagOf(key: Uint8Array, owner: Uint8Array): Buffer {
  return createHmac('sha256', key).update(owner).digest().subarray(0, TAG_BYTES);
}

function uuidOf(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

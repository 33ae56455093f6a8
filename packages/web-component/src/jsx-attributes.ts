import type { DeclineReason, OptInError, OptInState, FunnelEventType } from '@whatsapp-optin/sdk';
import type { OptInAppearance } from '@whatsapp-optin/sdk/card';
import type { AttributeValues } from './attribute-element.js';
import type { ATTRIBUTES } from './attributes.js';

/** The `detail` of each event. */
export interface WhatsAppOptInEventDetails {
  ready: object;
  beforeopen: { href: string };
  optin: { href: string | null };
  statechange: { state: OptInState; previous: OptInState; reason: string | null };
  skip: { reason: DeclineReason };
  connected: { sessionExpiresAt: Date | null };
  sessionended: object;
  expired: object;
  failure: { error: OptInError };
  funnel: { step: FunnelEventType };
  reset: object;
}

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Uppercase<First> ? `-${Lowercase<First>}` : First}${Kebab<Rest>}`
  : Name;

type Attributes = AttributeValues<typeof ATTRIBUTES>;

/** What JSX may write on `<whatsapp-optin>`: its attributes, its properties, and its events as `on…`. */
export type WhatsAppOptInJsxAttributes = {
  [Name in keyof Attributes as Kebab<Name>]?: Attributes[Name] | undefined;
} & {
  [Type in keyof WhatsAppOptInEventDetails as `on${Type}`]?:
    ((event: CustomEvent<WhatsAppOptInEventDetails[Type]>) => void) | undefined;
} & { appearance?: OptInAppearance | null | undefined };

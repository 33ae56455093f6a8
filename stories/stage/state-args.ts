import type { OptInState } from '@whatsapp-optin/sdk';
import type { WhatsAppNotificationPromptProps } from '@whatsapp-optin/react';
import { OPT_IN_VIEW_CASES, type OptInViewCase } from '@whatsapp-optin/sdk/testing';
import type { ElementAttributes } from './element.js';

/** The case of a state, the same one that the tests of both renderers use. */
export function caseOf(state: OptInState, locale = 'en'): OptInViewCase {
  const found = OPT_IN_VIEW_CASES.find((one) => one.name === `${state} in ${locale}`);
  if (!found) throw new Error(`OPT_IN_VIEW_CASES has no "${state} in ${locale}".`);
  return found;
}

/** Props of the prompt in a state. The locale is the toolbar's. */
export function reactArgs(state: OptInState): WhatsAppNotificationPromptProps {
  const { phone, organizationName, ticketNumber } = caseOf(state).options;
  return { ticketNumber, organizationName, companyWhatsAppNumber: phone, testState: state };
}

/** The same as attributes of the element. */
export function elementArgs(state: OptInState): ElementAttributes {
  const { phone, organizationName, ticketNumber } = caseOf(state).options;
  return { phone, organization: organizationName, ticket: ticketNumber, 'test-state': state };
}

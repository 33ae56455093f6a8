import type { OptInAppearance } from '@whatsapp-optin/sdk/styles';

/** An appearance that shows both of its halves. */
export const DRESSED: OptInAppearance = {
  variables: { accent: '#4338ca', radius: '4px', 'radius-control': '999px' },
  elements: { skip: { borderRadius: '0px' } },
};

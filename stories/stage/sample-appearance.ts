import type { OptInAppearance } from '@whatsapp-optin/sdk/styles';

/** An appearance with tokens and a styled part. */
export const SAMPLE_APPEARANCE: OptInAppearance = {
  variables: { accent: '#4338ca', radius: '4px', 'radius-control': '999px' },
  elements: { skip: { borderRadius: '0px' } },
};

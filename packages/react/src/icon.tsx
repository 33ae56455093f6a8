import { optInFirstIcons } from '@whatsapp-optin/sdk/painter/first';
import type { OptInGlyph } from '@whatsapp-optin/sdk/styles';
import { later } from './later.js';

export interface WhatsAppIconProps {
  name: OptInGlyph;
}

/** Icons that no first card shows come with the rest. */
export function Icon({ name }: WhatsAppIconProps) {
  const paths: Partial<Record<OptInGlyph, string>> = later.rest?.optInIcons ?? optInFirstIcons;
  return (
    <svg className="whatsapp-optin-icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

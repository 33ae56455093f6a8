import { optInIcons, type OptInGlyph } from '@whatsapp-optin/sdk/styles';

export interface WhatsAppIconProps {
  name: OptInGlyph;
}

export function Icon({ name }: WhatsAppIconProps) {
  return (
    <svg className="whatsapp-optin-icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={optInIcons[name]} />
    </svg>
  );
}

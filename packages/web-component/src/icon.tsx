/** @jsxImportSource preact */
import { optInIcons, type OptInGlyph } from '@whatsapp-optin/sdk/styles';

export function Icon({ name }: { name: OptInGlyph }) {
  return (
    <svg class="whatsapp-optin-icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={optInIcons[name]} />
    </svg>
  );
}

/** @jsxImportSource ./picture */
import { optInFirstIcons } from '@whatsapp-optin/sdk/painter';
import type { OptInGlyph } from '@whatsapp-optin/sdk/styles';
import type { Drawing } from './picture/drawing.js';

const icons: Partial<Record<OptInGlyph, string>> = { ...optInFirstIcons };

/** The icons of later states come with what draws those. */
export function learnIcons(more: Readonly<Record<OptInGlyph, string>>): void {
  Object.assign(icons, more);
}

export function drawnIcon(name: OptInGlyph): Drawing {
  return (
    <svg class="whatsapp-optin-icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  );
}

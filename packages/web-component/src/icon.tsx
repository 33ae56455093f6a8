/** @jsxImportSource ./picture */
import { optInFirstIcons } from '@whatsapp-optin/sdk/painter';
import type { OptInGlyph } from '@whatsapp-optin/sdk/styles';
import type { Drawing } from './picture/drawing.js';

const icons: Partial<Record<OptInGlyph, Drawing>> = {};

/** Each icon is one picture, however often it is drawn. Those of later states come with what draws these. */
export function learnIcons(paths: Partial<Readonly<Record<OptInGlyph, string>>>): void {
  for (const [name, path] of Object.entries(paths))
    icons[name as OptInGlyph] = (
      <svg class="whatsapp-optin-icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
    );
}

learnIcons(optInFirstIcons);

export function drawnIcon(name: OptInGlyph): Drawing {
  return icons[name];
}

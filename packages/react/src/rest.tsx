'use client';
import { appearancePart, appearanceVariables } from '@whatsapp-optin/sdk/styles';
import type { CSSProperties, ReactNode } from 'react';
import { card } from './card.js';
import { Launched } from './launched.js';
import type { Painted } from './painted.js';

export { createLiveOptIn, serverPlatform } from '@whatsapp-optin/sdk/painter/live';
export { optInIcons } from '@whatsapp-optin/sdk/styles';
export { Life } from './life.js';
export { statusText } from './status-text.js';
export { tell } from './tell.js';

/** The attributes of the outer element for a view. */
export function frame(painted: Painted) {
  const { view, appearance, headingId } = painted;
  const { launcher, icon, qr, heading } = view;
  const { className, style } = appearancePart(appearance, 'container');
  const ours = `whatsapp-optin whatsapp-optin-${launcher ? 'launched' : 'card'}`;
  const look: CSSProperties = { ...appearanceVariables(appearance), ...style };
  return {
    ...(launcher
      ? {}
      : // The button alone draws no heading: its words name it all the same.
        view.display === 'button'
        ? { 'aria-label': heading }
        : { 'aria-labelledby': headingId }),
    className: className === undefined ? ours : `${ours} ${className}`,
    style: look,
    'data-display': view.display,
    'data-state': view.state,
    'data-icon': launcher ? undefined : icon,
    'data-qr': launcher ? undefined : qr?.size,
    lang: view.locale,
    dir: view.dir,
  };
}

/** What stands in the outer element. */
export function contents(painted: Painted, theme: string): ReactNode {
  return painted.view.launcher ? <Launched {...painted} theme={theme} /> : card(painted);
}

import type { OptInView } from '@whatsapp-optin/sdk';
import { adoptSheet, optInIcons, optInLaterStyles } from '@whatsapp-optin/sdk/styles';
import type { QrPath } from '@whatsapp-optin/sdk/qr';
import { createElement, render, type ComponentChild } from 'preact';
import type { Theme } from './attributes.js';
import { Card, HEADING_ID } from './card.js';
import type { Drawing } from './h.js';
import { learnIcons } from './icon.js';
import { laterParts } from './later-parts.js';

/** One code a text, for all elements of a page; `null` while the encoder is on its way. */
const codes = new Map<string, QrPath | null>();

/** Draws any state upon what is drawn already, whoever drew it, and keeps the focus. `again`: paint once more, a part has come. */
export function paintLater(root: ShadowRoot, view: OptInView, theme: Theme, again: () => void): void {
  learnIcons(optInIcons);
  adoptSheet(root, optInLaterStyles);
  const focused = root.activeElement;
  render(toPreact(Card({ view, theme, later: laterParts(view, codeOf(view, again)) })), root);
  // A control that disappears under the finger must not throw the reader back to the top of the page.
  if (focused && !focused.isConnected) root.getElementById(HEADING_ID)?.focus();
}

function codeOf({ qr }: OptInView, again: () => void): QrPath | null {
  const text = qr?.text;
  if (!text) return null;
  const known = codes.get(text);
  if (known !== undefined) return known;
  codes.set(text, null);
  import('@whatsapp-optin/sdk/qr').then(
    ({ qrPath }) => {
      codes.set(text, qrPath(text));
      again();
    },
    // Without the code its place stays empty; the link stands beside it.
    () => codes.delete(text),
  );
  return null;
}

function toPreact(drawing: Drawing): ComponentChild {
  if (Array.isArray(drawing)) return (drawing as readonly Drawing[]).map(toPreact) as ComponentChild;
  if (!drawing || typeof drawing !== 'object') return drawing as ComponentChild;
  const { tag, attributes, children } = drawing as Exclude<typeof drawing, readonly Drawing[]>;
  return createElement(tag, attributes, ...children.map(toPreact));
}

import type { OptInAction, OptInView } from '@whatsapp-optin/sdk';
import { OPT_IN_THEMES } from '@whatsapp-optin/sdk/painter';
import {
  adoptSheet,
  followHeight,
  optInIcons,
  optInLaterStyles,
  type OptInAppearance,
} from '@whatsapp-optin/sdk/styles';
import type { QrPath } from '@whatsapp-optin/sdk/qr';
import type { Theme } from './attributes.js';
import { HEADING_ID, card } from './card.js';
import { dress } from './dress.js';
import { learnIcons } from './icon.js';
import { laterParts } from './later-parts.js';
import { LAUNCH, launched } from './launched.js';
import { patch } from './picture/patch.js';
import { lowerPanels, panelsOf, raisePanels } from './panels.js';

export { createLiveOptIn } from '@whatsapp-optin/sdk/painter/live';

learnIcons(optInIcons);

/** One code a text, for all elements of a page; a promise while the encoder is on its way. */
const codes = new Map<string, QrPath | Promise<QrPath | null>>();

/** What a paint needs beside the view. */
export interface LaterPaint {
  /** The attribute's, which wins over the appearance's. */
  readonly theme: Theme | null;
  readonly appearance: OptInAppearance | null;
  /** Paint once more: a part has come, or a panel is to open or close. */
  readonly again: () => void;
  readonly act: (action: OptInAction) => void;
}

/** Draws any state upon what is drawn already, whoever drew it, and keeps the focus. */
export function paintLater(root: ShadowRoot, view: OptInView, paint: LaterPaint): void {
  const { appearance, again, act } = paint;
  const theme = paint.theme ?? OPT_IN_THEMES.find((known) => known === appearance?.theme) ?? 'auto';
  adoptSheet(root, optInLaterStyles);
  const panels = panelsOf(root);
  lowerPanels(root, view);
  const focused = root.activeElement;
  const before = boxToFollow(root, view);
  const closed = view.launcher && !panels.launched;
  const contents = closed ? null : card(view, theme, laterParts(view, codeOf(view, again)));
  patch(launched(view, theme, contents), root);
  if (appearance || dressed.has(root)) dress(root, appearance);
  if (appearance) dressed.add(root);
  const ends = {
    launch(open: boolean) {
      panels.launched = open;
      again();
    },
    help: () => act('help'),
  };
  toggles.set(root, () => ends.launch(!panels.launched));
  void raisePanels(root, ends);
  // A control that disappears under the finger must not throw the reader back to the top of the page.
  if (focused && !focused.isConnected) refuge(root)?.focus();
  if (before) followHeight(before.box, before.height);
}

/** A control was pressed: the launcher, or the cross of its panel, is the painter's own. */
export function toggle(root: ShadowRoot, action: string): void {
  if (action === LAUNCH) toggles.get(root)?.();
}

const toggles = new WeakMap<ShadowRoot, () => void>();
const dressed = new WeakSet<ShadowRoot>();

/** Where the focus goes that has lost its place: the heading, else the first control. */
function refuge(root: ShadowRoot): HTMLElement | null {
  return root.getElementById(HEADING_ID) ?? root.querySelector('a,button');
}

/** The box that is about to show another state, as it stands. Its height is asked for then alone: that makes a browser lay out the page. */
function boxToFollow(root: ShadowRoot, { state }: OptInView) {
  const box = root.querySelector<HTMLElement>('section');
  return box && box.dataset['state'] !== state ? { box, height: box.getBoundingClientRect().height } : null;
}

function codeOf({ qr }: OptInView, again: () => void): QrPath | null {
  const text = qr?.text;
  if (!text) return null;
  const known = codes.get(text);
  if (known && 'path' in known) return known;
  const coming = known ?? encode(text);
  codes.set(text, coming);
  // Each element that waits for it is painted once more.
  void coming.then((code) => code && again());
  return null;
}

/** Resolves to nothing where the encoder does not come, or the text fits no code: its place stays empty, the link stands beside. */
function encode(text: string): Promise<QrPath | null> {
  return import('@whatsapp-optin/sdk/qr')
    .then(({ qrPath }) => {
      const code = qrPath(text);
      codes.set(text, code);
      return code;
    })
    .catch(() => {
      codes.delete(text);
      return null;
    });
}

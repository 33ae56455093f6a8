export interface Token {
  /** After `--whatsapp-optin-`. */
  name: string;
  kind: 'colour' | 'length' | 'shadow' | 'other';
  /** The private property that holds what comes of it; `null` where it is used as it is. */
  result: string | null;
  use: string;
}

/** Every public token, in the order in which one would set them. A test compares it with the style sheet. */
export const TOKENS: readonly Token[] = [
  {
    name: 'accent',
    kind: 'colour',
    result: '--wo-accent',
    use: 'The link, the checks, the dot. Set this one alone and the rest follows.',
  },
  { name: 'on-accent', kind: 'colour', result: '--wo-on-accent', use: 'Text upon the accent; chosen for contrast.' },
  { name: 'accent-hover', kind: 'colour', result: '--wo-hover', use: 'The link under the pointer.' },
  { name: 'tint', kind: 'colour', result: '--wo-tint', use: 'Quiet areas: marks, the current step, the status.' },
  { name: 'surface', kind: 'colour', result: '--wo-surface', use: 'The card.' },
  { name: 'text', kind: 'colour', result: '--wo-text', use: 'Headings and text.' },
  { name: 'muted', kind: 'colour', result: '--wo-muted', use: 'Notes and descriptions.' },
  { name: 'line', kind: 'colour', result: '--wo-line', use: 'Borders.' },
  { name: 'warn', kind: 'colour', result: '--wo-warn', use: 'Expired and failed.' },
  { name: 'focus', kind: 'colour', result: '--wo-focus', use: 'The ring of the keyboard’s focus.' },
  { name: 'shadow', kind: 'shadow', result: '--wo-shadow', use: 'Under the card.' },
  { name: 'space', kind: 'length', result: '--wo-unit', use: 'One step of all distances: 4 px; 3 px is dense.' },
  { name: 'radius', kind: 'length', result: null, use: 'Corners of the card: 16 px.' },
  { name: 'radius-control', kind: 'length', result: '--wo-control', use: 'Corners of the link and the buttons: 8 px.' },
  { name: 'font', kind: 'other', result: null, use: 'The page’s font where it is left out.' },
  { name: 'qr-size', kind: 'other', result: null, use: 'Side of a large QR code.' },
  { name: 'z', kind: 'other', result: null, use: 'The layer of what floats, where a browser has no top layer.' },
];

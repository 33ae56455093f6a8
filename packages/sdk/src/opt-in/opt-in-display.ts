/** Where and how large the prompt stands. `print` is the QR on a printed ticket. */
export const OPT_IN_DISPLAYS = ['card', 'bar', 'button', 'floating', 'sheet', 'qr', 'kiosk', 'print'] as const;
/** One of `OPT_IN_DISPLAYS`. */
export type OptInDisplay = (typeof OPT_IN_DISPLAYS)[number];

/** Whether it is no page of the reader's own: a screen for everyone, or paper. It has no link; a QR leads to WhatsApp. */
export function isShared(display: OptInDisplay | undefined): boolean {
  return display === 'kiosk' || display === 'print';
}

/** Colours of the prompt. `auto` follows the page, else the device. */
export const OPT_IN_THEMES = ['auto', 'light', 'dark', 'contrast'] as const;
/** One of `OPT_IN_THEMES`. */
export type OptInTheme = (typeof OPT_IN_THEMES)[number];

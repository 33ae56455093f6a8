import type { OptInDisplay } from './opt-in-display.js';
import type { OptInView } from './opt-in-view.js';

const NO_PICTURES = { benefits: [], steps: [], stepsLabel: null } as const;

/** What a display leaves out of a state's view. Only `button` leaves out the consent: its page says the rest itself. */
const LEFT_OUT: Readonly<Partial<Record<OptInDisplay, Partial<OptInView>>>> = {
  bar: { ...NO_PICTURES, qr: null },
  button: { ...NO_PICTURES, description: null, skip: null, qr: null, number: null, consent: null },
  qr: { ...NO_PICTURES },
  // Nothing may open on a screen that everyone uses.
  kiosk: { ...NO_PICTURES, link: null, skip: null, help: null, hint: null },
  print: { ...NO_PICTURES, link: null, skip: null, help: null, hint: null, status: null, actions: [] },
};

export function displayed(view: OptInView): OptInView {
  const shown = { ...view, ...LEFT_OUT[view.display] };
  return shown.display === 'kiosk' ? { ...shown, actions: shown.actions.filter(({ id }) => id === 'restart') } : shown;
}

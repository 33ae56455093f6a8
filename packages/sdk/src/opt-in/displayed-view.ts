import type { OptInDisplay } from './opt-in-display.js';
import type { OptInView } from './opt-in-view.js';
import type { OptInViewInput } from './opt-in-view-input.js';

const NO_PICTURES = { benefits: [], steps: [], stepsLabel: null } as const;

/** Removes the parts that a display does not show. Only `button` removes the consent: its page shows the rest itself. */
const LEFT_OUT: Readonly<Record<OptInDisplay, Partial<OptInView>>> = {
  card: {},
  floating: {},
  sheet: {},
  bar: { ...NO_PICTURES, qr: null },
  button: { ...NO_PICTURES, description: null, skip: null, qr: null, number: null, consent: null, paperLink: null },
  qr: { ...NO_PICTURES },
  // Nothing may open on a shared screen.
  kiosk: { ...NO_PICTURES, link: null, skip: null, help: null, hint: null },
  print: { ...NO_PICTURES, link: null, skip: null, help: null, hint: null, status: null, actions: [] },
};

/** Displays that are a QR before all else. */
const QR_DISPLAYS: readonly (OptInDisplay | undefined)[] = ['qr', 'kiosk', 'print'];

export function isQrDisplay(display: OptInDisplay | undefined): boolean {
  return QR_DISPLAYS.includes(display);
}

/** A state's view as its display shows it. */
export function displayed(view: OptInView, { translator: { t } }: OptInViewInput): OptInView {
  const { display } = view;
  const shown: OptInView = { ...view, ...LEFT_OUT[display] };
  const { qr, actions } = shown;
  return {
    ...shown,
    ...(display === 'floating' || display === 'sheet'
      ? {
          launcher: {
            // The panel may be closed when the state changes: then the button says what became of it.
            label: view.state === 'idle' || view.state === 'failed' ? t('prompt.link') : view.heading,
            icon: view.icon,
            closeLabel: t('prompt.close'),
          },
        }
      : {}),
    ...(qr && isQrDisplay(display)
      ? {
          qr: { ...qr, size: 'main' as const },
        }
      : {}),
    ...(display === 'kiosk' ? { actions: actions.filter(({ id }) => id === 'restart') } : {}),
  };
}

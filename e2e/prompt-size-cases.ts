/** One millimetre on paper, in CSS pixels. */
export const MM = 96 / 25.4;

export interface SizeCase {
  readonly name: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly viewport?: { width: number; height: number };
  readonly isPaper?: true;
  /** Selectors of what is pressed first. */
  readonly presses?: readonly string[];
  /** By the class of a part without its prefix; what is left out is not looked at. */
  readonly expected: {
    /** Sides of the white square in CSS pixels. */
    readonly code?: number;
    readonly heading?: number;
    readonly panelHeading?: number;
    readonly description?: number;
    readonly note?: number;
    /** Block size of each control in CSS pixels, by its part. */
    readonly controls?: Readonly<Record<string, number>>;
    /** Font size of each control in CSS pixels, by its part. */
    readonly words?: Readonly<Record<string, number>>;
    /** Box of the icon beside the heading, and the picture in it. */
    readonly stateIcon?: readonly [box: number, picture: number];
    /** Pictures of the other icons, by the part that they stand in. */
    readonly icons?: Readonly<Record<string, number>>;
  };
}

type KioskSizes = Required<Pick<SizeCase['expected'], 'code' | 'heading' | 'description' | 'note'>>;

const kiosk = (width: number, height: number, sizes: KioskSizes): SizeCase => ({
  name: `kiosk on ${width} × ${height}`,
  settings: { display: 'kiosk' },
  viewport: { width, height },
  expected: { ...sizes, stateIcon: [72, 40] },
});

/** What the design gives, written out: a rule that another beats by accident shows here. */
export const SIZE_CASES: readonly SizeCase[] = [
  {
    name: 'card',
    settings: { display: 'card' },
    expected: {
      code: 160,
      heading: 18,
      description: 14,
      note: 12,
      controls: { link: 48, skip: 48 },
      words: { link: 16, skip: 16 },
      stateIcon: [44, 24],
      icons: { link: 20, benefit: 18, step: 18 },
    },
  },
  {
    name: 'card that waits',
    settings: { display: 'card', 'test-state': 'waiting' },
    expected: {
      code: 160,
      heading: 18,
      controls: { row: 44 },
      words: { row: 14 },
      stateIcon: [44, 24],
      icons: { row: 20, step: 18 },
    },
  },
  {
    name: 'card that is connected',
    settings: { display: 'card', 'test-state': 'connected' },
    expected: { heading: 18, note: 12, stateIcon: [56, 28] },
  },
  {
    name: 'card that has expired',
    settings: { display: 'card', 'test-state': 'expired' },
    expected: { heading: 18, controls: { row: 48 }, words: { row: 16 }, stateIcon: [44, 24], icons: { row: 20 } },
  },
  {
    name: 'bar',
    settings: { display: 'bar' },
    expected: {
      heading: 16,
      description: 14,
      note: 12,
      controls: { link: 44, skip: 44 },
      words: { link: 15, skip: 15 },
      stateIcon: [44, 24],
      icons: { link: 20 },
    },
  },
  {
    name: 'bar that waits',
    settings: { display: 'bar', 'test-state': 'waiting' },
    expected: { heading: 16, controls: { row: 44 }, words: { row: 15 }, icons: { row: 20 } },
  },
  {
    name: 'bar that is connected',
    settings: { display: 'bar', 'test-state': 'connected' },
    expected: { heading: 16, stateIcon: [44, 24] },
  },
  {
    name: 'bar whose code has expired',
    settings: { display: 'bar', 'test-state': 'expired' },
    expected: { heading: 16, controls: { row: 44 }, words: { row: 15 }, stateIcon: [44, 24], icons: { row: 20 } },
  },
  {
    name: 'button',
    settings: { display: 'button' },
    expected: { controls: { link: 48 }, words: { link: 16 }, icons: { link: 20 } },
  },
  {
    name: 'button that waits',
    settings: { display: 'button', 'test-state': 'waiting' },
    expected: { controls: { row: 44 }, words: { row: 14 }, icons: { row: 20 } },
  },
  {
    name: 'button that has expired',
    settings: { display: 'button', 'test-state': 'expired' },
    expected: { controls: { row: 48 }, words: { row: 16 }, icons: { row: 20 } },
  },
  {
    name: 'floating',
    settings: { display: 'floating' },
    expected: { controls: { launcher: 50 }, words: { launcher: 16 }, icons: { launcher: 20 } },
  },
  {
    name: 'floating, open',
    settings: { display: 'floating', qr: 'always' },
    presses: ['.whatsapp-optin-launcher'],
    expected: {
      code: 160,
      heading: 18,
      controls: { link: 48, skip: 48, launcher: 50, close: 44 },
      stateIcon: [44, 24],
      icons: { close: 20 },
    },
  },
  {
    name: 'card with open help',
    settings: { display: 'card', 'test-state': 'waiting' },
    presses: ['[data-action=help]'],
    expected: {
      code: 160,
      heading: 18,
      panelHeading: 16,
      controls: { row: 44, close: 44 },
      words: { row: 14 },
      icons: { row: 20, close: 20 },
    },
  },
  {
    name: 'sheet, open',
    settings: { display: 'sheet', qr: 'always' },
    presses: ['.whatsapp-optin-launcher'],
    expected: { code: 160, heading: 18, controls: { link: 48, skip: 48, launcher: 48, close: 44 } },
  },
  {
    name: 'sheet',
    settings: { display: 'sheet' },
    expected: { controls: { launcher: 48 }, words: { launcher: 16 }, icons: { launcher: 20 } },
  },
  {
    name: 'qr',
    settings: { display: 'qr' },
    expected: {
      code: 232,
      heading: 18,
      description: 14,
      note: 12,
      controls: { link: 48, skip: 48 },
      stateIcon: [44, 24],
      icons: { link: 20 },
    },
  },
  // At least 60 % of the shorter side.
  kiosk(1080, 1920, { code: 648, heading: 48, description: 26, note: 20 }),
  kiosk(1920, 1080, { code: 648, heading: 48, description: 26, note: 20 }),
  kiosk(1280, 800, { code: 480, heading: 40, description: 20.8, note: 16 }),
  kiosk(1024, 768, { code: 460.8, heading: 38.4, description: 19.968, note: 15.36 }),
  kiosk(360, 740, { code: 240, heading: 28, description: 18, note: 15 }),
  {
    name: 'kiosk that is connected',
    settings: { display: 'kiosk', 'test-state': 'connected' },
    viewport: { width: 1080, height: 1920 },
    expected: { heading: 48, description: 26, stateIcon: [112, 56] },
  },
  {
    name: 'kiosk whose code has expired',
    settings: { display: 'kiosk', 'test-state': 'expired' },
    viewport: { width: 1080, height: 1920 },
    expected: { heading: 48, controls: { row: 72 }, words: { row: 22 }, stateIcon: [72, 40], icons: { row: 20 } },
  },
  {
    name: 'print',
    settings: { display: 'print' },
    expected: { code: 40 * MM, heading: 18, description: 14, note: 12 },
  },
  {
    name: 'print on paper',
    settings: { display: 'print' },
    isPaper: true,
    expected: { code: 40 * MM, heading: 18, description: 14, note: 12 },
  },
  {
    name: 'card on paper',
    settings: { display: 'card', qr: 'always' },
    isPaper: true,
    expected: { code: 30 * MM, heading: 18, description: 14, note: 12 },
  },
  { name: 'qr on paper', settings: { display: 'qr' }, isPaper: true, expected: { code: 30 * MM, heading: 18 } },
  { name: 'kiosk on paper', settings: { display: 'kiosk' }, isPaper: true, expected: { code: 30 * MM } },
];

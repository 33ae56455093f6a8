import type { CARD_ICONS, CardIcon } from './icons.js';

/** The icons of other states, panels and rows. */
export const LIVE_ICONS: Readonly<Record<Exclude<CardIcon, keyof typeof CARD_ICONS>, string>> = {
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.5V12l3 2',
  alert: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 8v4.5M12 16v.01',
  external: 'M14 5h5v5M19 5l-8 8M17 14v4a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h4',
  no: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM6.5 17.5l11-11',
  copy: 'M9 11a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2ZM5 15V6a2 2 0 0 1 2-2h8',
  qr: 'M4 4h6v6H4ZM14 4h6v6h-6ZM4 14h6v6H4ZM14 14h2v2M20 14v.01M14 20h.01M18 18h2v2',
  help: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M12 16.5v.01',
  close: 'm6 6 12 12M18 6 6 18',
  download: 'M12 4v10M7.5 10 12 14.5 16.5 10M5 19.5h14',
  refresh: 'M19 14.5a7.5 7.5 0 1 1-1.7-8L20 9M20 4.5V9h-4.5',
};

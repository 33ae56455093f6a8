// @vitest-environment jsdom
import type { OptInOptions, OptInView } from '@whatsapp-optin/sdk';
import { firstPaint, wordsFor } from '@whatsapp-optin/sdk/painter/first';
import { expect, it } from 'vitest';
import type { Theme } from './attributes.js';
import { card } from './card.js';
import { drawFirstCard } from './first-card.js';
import { draw } from './picture/draw.js';

const CLINIC: OptInOptions = { phone: '+966500000000', organizationName: 'Al Noor Clinic', ticketNumber: 'A001' };
const viewOf = (options: OptInOptions): OptInView => firstPaint(options, wordsFor(['en']), null).snapshot.view;

function drawn(view: OptInView, theme: Theme = 'auto'): string {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  drawFirstCard(view, theme, root);
  return root.innerHTML;
}

function fresh(view: OptInView, theme: Theme = 'auto'): string {
  const home = document.createElement('div');
  draw(card(view, theme), home);
  return home.innerHTML;
}

it.each<[string, OptInOptions, Theme?]>([
  ['another ticket', { ...CLINIC, ticketNumber: 'B <2> & co' }],
  ['another organization', { ...CLINIC, organizationName: 'Acme' }],
  ['no organization', { ...CLINIC, organizationName: undefined }],
  ['no ticket', { ...CLINIC, ticketNumber: undefined }],
  ['neither', { phone: '+966500000000' }],
  ['another phone', { ...CLINIC, phone: '+14155550123' }],
  ['no Skip', { ...CLINIC, noSkip: true }],
  ['a QR', { ...CLINIC, qr: 'always' }],
  ['a server, which makes the link', { ...CLINIC, server: 'https://api.example' }],
  ['another theme', CLINIC, 'dark'],
])('draws after one card the next, as if it were the first: %s', (_, options, theme) => {
  const [one, other] = [viewOf(CLINIC), viewOf(options)];
  expect([drawn(one), drawn(other, theme), drawn(one)]).toEqual([fresh(one), fresh(other, theme), fresh(one)]);
});

import { expect, it } from 'vitest';
import { browserPlatform } from '../browser-platform.js';
import type { CreateOptInRequest, OptInCreated } from '../contract/opt-ins.js';
import { createFakePlatform, createFakeStream, jsonResponse } from '../testing/index.js';
import { createOptIn } from './create-opt-in.js';
import { plainText } from './rich-text.js';

const CREATED: OptInCreated = {
  id: 'opt-in-1',
  clientToken: 'client-token',
  code: '6GCT-KBF6-4P5B',
  message: 'Hi Acme Clinic (ref: 6GCT-KBF6-4P5B)',
  companyNumber: '+966511111111',
  organizationName: 'Acme Clinic',
  links: { universal: 'https://wa.me/966511111111?text=Hi', app: '', web: 'https://web.whatsapp.com/', short: '' },
  state: 'idle',
  expiresAt: '2026-11-24T12:05:00.000Z',
};

it('hashes the sentence as everyone can hash it again', async () => {
  expect(await browserPlatform.sha256('تحديثات')).toBe(
    '4c4d484abde3eeedaaa57ff2c41181046efca77c4eb968ad5d15e060c9e4ed44',
  );
});

it('sends the server the sentence beside the link, and gives the customer a receipt of it', async () => {
  const world = createFakePlatform();
  const stream = createFakeStream();
  world.answer = ({ url }) => (url.endsWith('/stream') ? stream.response : jsonResponse(CREATED, 201));
  const optIn = createOptIn({ server: 'https://api.example', ticketNumber: 'A/001', platform: world });
  optIn.subscribe(() => {});
  const shown = plainText(optIn.getSnapshot().view.consent ?? []);
  await world.advance(0);
  const { consent } = world.requests[0]?.body as CreateOptInRequest;
  expect(consent).toMatchObject({ version: '1', locale: 'en', text: shown });

  optIn.setOptions({ locale: 'ar' });
  stream.send({ id: 'opt-in-1', state: 'connected', expiresAt: CREATED.expiresAt });
  await world.advance(0);
  expect(optIn.getSnapshot().view.actions.map(({ id }) => id)).toEqual(['receipt']);
  optIn.act('receipt');
  const [file] = world.files;
  expect(file?.name).toBe('whatsapp-consent-A-001.json');
  expect(JSON.parse(file?.content ?? '')).toMatchObject({
    organization: 'Acme Clinic',
    companyNumber: '+966511111111',
    ticket: 'A/001',
    optIn: 'opt-in-1',
    consent: { version: '1', locale: 'en', text: shown, sha256: consent?.hash },
    connectedAt: '2026-11-24T11:05:00.000Z',
  });
  expect(file?.content).not.toContain(CREATED.code);
});

it('names the further channels beside the link, to the server and in the snapshot, in the same words', async () => {
  const world = createFakePlatform();
  world.answer = () => jsonResponse(CREATED, 201);
  const optIn = createOptIn({ server: 'https://api.example', channels: ['push', 'sms'], platform: world });
  const shown = plainText(optIn.getSnapshot().view.consent ?? []);
  expect(shown).toMatch(/ Urgent updates may also come by SMS or push notification\.$/);
  const { text, version } = optIn.getSnapshot().consent;
  expect([text, version]).toEqual([shown, '1+sms_push']);
  optIn.subscribe(() => {});
  await world.advance(0);
  expect((world.requests[0]?.body as CreateOptInRequest).consent).toMatchObject({ version: '1+sms_push', text: shown });
});

it('gives no receipt where nothing was recorded', () => {
  const optIn = createOptIn({ phone: '+966500000000', platform: createFakePlatform() });
  expect(optIn.getSnapshot().view.actions).toEqual([]);
});

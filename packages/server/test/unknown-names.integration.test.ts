import type { EventType, NotificationType } from '@whatsapp-optin/sdk/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from './test-world.js';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  await world.createTicket('named-1', { number: 'A001' });
});
afterAll(() => world?.close());

/** What plain JavaScript may pass. */
const input = { ticketId: 'named-1', type: 'yourTurn' as NotificationType };

describe('a host in plain JavaScript that misspells a name', () => {
  it.each([
    ['notify', () => world.app.notifications.notify(input)],
    ['sendNotification', () => world.app.notifications.sendNotification(input)],
    ['notifyMany', () => world.app.notifications.notifyMany([input])],
    ['explain', () => world.app.notifications.explain(input)],
  ])('learns from %s which types of notification there are', async (_name, call) => {
    await expect(call()).rejects.toThrow(/^type must be one of: ticket_created, .*critical, not "yourTurn"\.$/);
  });

  it('learns which types of event there are', () => {
    expect(() => world.app.on('session.open' as EventType, () => undefined)).toThrow(
      /^type must be one of: .*session\.opened.*, not "session\.open"\.$/,
    );
  });
});

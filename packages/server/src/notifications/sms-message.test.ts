import { NOTIFICATION_TYPES } from '@whatsapp-optin/sdk/contract';
import { describe, expect, it } from 'vitest';
import { formatSmsMessage, shouldSendSms, type SMSNotificationData } from './sms-message.js';

const DATA: SMSNotificationData = {
  phone: '+966500000000',
  notificationType: 'your_turn',
  organizationId: 'default',
  ticketId: 'ticket-1',
  ticketNumber: 'A001',
  departmentName: 'Radiology',
};

describe('formatSmsMessage', () => {
  it('sends the customer of a called ticket to the department', () => {
    expect(formatSmsMessage(DATA)).toBe("It's your turn! Ticket: A001. Please proceed to Radiology.");
  });

  it.each([undefined, null, '', '  '])('names no place where the department is %j', (departmentName) => {
    const text = formatSmsMessage({ ...DATA, departmentName });
    expect(text).toBe("It's your turn! Ticket: A001. Please proceed now.");
  });

  it('asks to check with staff for a critical update', () => {
    const text = formatSmsMessage({ ...DATA, notificationType: 'critical' });
    expect(text).toBe('Important update for ticket A001. Please check with staff.');
  });

  it.each(NOTIFICATION_TYPES.filter((type) => type !== 'your_turn' && type !== 'critical'))(
    'speaks of an update for %s',
    (notificationType) => {
      expect(formatSmsMessage({ ...DATA, notificationType })).toBe('Update for ticket A001');
    },
  );

  it('sends the message of the caller as it is', () => {
    expect(formatSmsMessage({ ...DATA, message: 'Doctor is late.' })).toBe('Doctor is late.');
  });

  it('falls back to the text of the type for a blank message', () => {
    expect(formatSmsMessage({ ...DATA, notificationType: 'critical', message: ' ' })).toContain('check with staff');
  });
});

describe('shouldSendSms', () => {
  it('sends nothing while SMS is off', () => {
    const sent = NOTIFICATION_TYPES.filter((type) => shouldSendSms(type, { enabled: false, criticalOnly: false }));
    expect(sent).toEqual([]);
  });

  it('sends your_turn and critical alone by default settings', () => {
    const sent = NOTIFICATION_TYPES.filter((type) => shouldSendSms(type, { enabled: true, criticalOnly: true }));
    expect(sent).toEqual(['your_turn', 'critical']);
  });

  it('sends every type once it is not limited to the critical ones', () => {
    const sent = NOTIFICATION_TYPES.filter((type) => shouldSendSms(type, { enabled: true, criticalOnly: false }));
    expect(sent).toEqual([...NOTIFICATION_TYPES]);
  });
});

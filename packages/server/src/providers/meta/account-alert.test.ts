import { describe, expect, it } from 'vitest';
import { readAccountAlert } from './account-alert.js';
import { parseMetaWebhook } from './webhook.js';

describe('what Meta says about an account', () => {
  it.each([
    ['phone_number_quality_update', { event: 'FLAGGED', current_limit: 'TIER_1K' }, ['quality', 'warning', 'FLAGGED']],
    ['phone_number_quality_update', { event: 'UPGRADE', current_limit: 'TIER_10K' }, ['quality', 'info', 'UPGRADE']],
    ['business_capability_update', { max_daily_conversations_per_business: 'TIER_2K' }, ['limit', 'info', 'TIER_2K']],
    ['business_capability_update', { max_daily_conversation_per_phone: 1000 }, ['limit', 'info', '1000']],
    ['account_update', { event: 'VERIFIED_ACCOUNT' }, ['account', 'info', 'VERIFIED_ACCOUNT']],
    [
      'account_update',
      { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'soon' } },
      ['account', 'critical', 'SCHEDULE_FOR_DISABLE'],
    ],
    [
      'account_update',
      { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } },
      ['account', 'info', 'REINSTATE'],
    ],
    [
      'account_update',
      { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SPAM' } },
      ['account', 'warning', 'ACCOUNT_VIOLATION'],
    ],
    [
      'account_alerts',
      { alert_severity: 'CRITICAL', alert_type: 'PAYMENT', alert_description: 'Pay.' },
      ['account', 'critical', 'PAYMENT'],
    ],
    ['account_alerts', { alert_info: { alert_severity: 'WARNING', alert_type: 'X' } }, ['account', 'warning', 'X']],
    [
      'message_template_status_update',
      { event: 'PAUSED', message_template_name: 'n' },
      ['template', 'warning', 'PAUSED'],
    ],
    ['message_template_status_update', {}, ['template', 'info', 'UNKNOWN']],
    ['account_update', { event: { odd: true } }, ['account', 'info', 'UNKNOWN']],
  ])('%s %j', (field, value, [kind, severity, code]) => {
    expect(readAccountAlert(field, value, 1_764_000_000)).toMatchObject({
      ...{ kind, severity, code, businessNumber: null, at: new Date(1_764_000_000_000) },
    });
  });

  it.each(['messages', 'constructor', 7, undefined])('%s says nothing of it', (field) => {
    expect(readAccountAlert(field, { event: 'FLAGGED' }, 1)).toBeNull();
  });

  it('is an alert of our number alone, another one each time that it happens', () => {
    const parse = (digits: string, time: number) => {
      const value = { display_phone_number: digits, event: 'FLAGGED', current_limit: 'TIER_1K' };
      const changes = [{ field: 'phone_number_quality_update', value }];
      const body = JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', time, changes }] });
      const account = { phoneNumberId: '106540352242922', businessNumber: '+966500000000' };
      const [event] = parseMetaWebhook(new TextEncoder().encode(body), account);
      return event?.kind === 'ignored' ? event : null;
    };
    expect(parse('966500000000', 1)?.alert).toMatchObject({ code: 'FLAGGED', businessNumber: '+966500000000' });
    expect(parse('966500000001', 1)).toMatchObject({ why: 'account_alert' });
    expect(parse('966500000001', 1)?.alert).toBeUndefined();
    expect(parse('966500000000', 1)?.keep?.key).toBe(parse('966500000000', 1)?.keep?.key);
    expect(parse('966500000000', 1)?.keep?.key).not.toBe(parse('966500000000', 2)?.keep?.key);
  });
});

import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLedger, type LedgerFact } from './ledger.js';

const SENT: LedgerFact = {
  kind: 'whatsapp_send',
  vendor: 'ultramsg',
  instanceId: '1150',
  from: '+966500000000',
  phone: '+966501234567',
  text: 'Your turn',
  referenceId: '',
  accepted: true,
  status: 200,
  failure: null,
  messageId: 1,
};

describe('createLedger', () => {
  it('numbers entries from 1 and stamps them by its own clock', () => {
    const ledger = createLedger({ now: () => Date.UTC(2026, 0, 2, 3, 4, 5) });
    ledger.append(SENT);
    const second = ledger.append(SENT);
    expect(second).toMatchObject({ sequence: 2, at: '2026-01-02T03:04:05.000Z' });
  });

  it('appends each entry to the file before anyone hears of it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'ledger-')), 'ledger.jsonl');
    const ledger = createLedger({ now: Date.now, file });
    let linesWhenHeard = 0;
    ledger.subscribe(() => (linesWhenHeard = readFileSync(file, 'utf8').trimEnd().split('\n').length));
    ledger.append(SENT);
    expect(linesWhenHeard).toBe(1);
  });

  it('counts as received only what was accepted, for that phone and channel', () => {
    const ledger = createLedger({ now: Date.now });
    ledger.append(SENT);
    ledger.append({ ...SENT, accepted: false });
    ledger.append({ ...SENT, phone: '+966507654321' });
    expect(ledger.received('+966501234567', 'whatsapp')).toHaveLength(1);
    expect(ledger.received('+966501234567', 'sms')).toHaveLength(0);
  });

  it('hands out a copy that later entries do not change', () => {
    const ledger = createLedger({ now: Date.now });
    const before = ledger.entries();
    ledger.append(SENT);
    expect(before).toHaveLength(0);
  });
});

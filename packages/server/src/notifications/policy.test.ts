import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NOTIFICATION_TYPES, REASONS } from '@whatsapp-optin/sdk/contract';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICIES, resolvePolicies } from './policy.js';

const GUIDE = readFileSync(fileURLToPath(new URL('../../../../docs/notifications.md', import.meta.url)), 'utf8');

/** The cells of the table row that begins with this name. */
function rowOf(name: string): string[] {
  const row = GUIDE.split('\n').find((line) => line.startsWith(`| \`${name}\``)) ?? '';
  return row
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

describe('docs/notifications.md', () => {
  it.each(NOTIFICATION_TYPES)('has the policy of %s', (type) => {
    const { deadlineSeconds, tiers } = DEFAULT_POLICIES[type];
    const { successStatus, fallbackAfterSeconds } = tiers.push;
    const after = successStatus === 'accepted' ? '' : `${fallbackAfterSeconds} s`;
    expect(rowOf(type)).toEqual([`${deadlineSeconds} s`, successStatus, after]);
    expect([tiers.whatsapp.successStatus, tiers.sms.successStatus]).toEqual(['accepted', 'accepted']);
  });

  it.each(REASONS)('explains the reason %s', (reason) => {
    expect(rowOf(reason)[0]).toMatch(/^[A-Z].{15,}\.$/);
  });

  it('explains no reason that there is not', () => {
    const section = GUIDE.split('## Reasons')[1]?.split('\n## ')[0] ?? '';
    const explained = [...section.matchAll(/^\| `([a-z_]+)`/gm)].map(([, name]) => name);
    expect(explained).toEqual([...REASONS]);
  });
});

describe('resolvePolicies', () => {
  it('changes what an override names, and nothing else', () => {
    const sms = { successStatus: 'delivered', fallbackAfterSeconds: 60 } as const;
    const resolved = resolvePolicies({ your_turn: { deadlineSeconds: 120, tiers: { sms } } });
    expect(resolved.your_turn).toEqual({
      deadlineSeconds: 120,
      tiers: { ...DEFAULT_POLICIES.your_turn.tiers, sms },
    });
    expect({ ...resolved, your_turn: null }).toEqual({ ...DEFAULT_POLICIES, your_turn: null });
  });
});

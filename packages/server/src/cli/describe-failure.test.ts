import { describe, expect, it } from 'vitest';
import { describeFailure } from './describe-failure.js';

const coded = (code: string, message = 'from the driver'): Error => Object.assign(new Error(message), { code });

describe('describeFailure', () => {
  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed', 'sslmode=no-verify'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'authority', 'NODE_EXTRA_CA_CERTS'],
    ['28P01', 'password is wrong', '%23'],
    ['42501', 'may not create our schema', 'GRANT CREATE ON DATABASE'],
    ['42P05', 'pooler', 'DATABASE_DIRECT_URL'],
    ['ECONNREFUSED', 'nothing listens', 'DATABASE_URL'],
  ])('says what %s of the database means, and what to do', (code, why, advice) => {
    const line = describeFailure(coded(code, 'postgres://user:secret@host'));
    expect(line).toContain(why);
    expect(line).toContain(advice);
    expect(line).not.toContain('secret');
  });

  it('gives the causes of an error without a message', () => {
    const error = new AggregateError([coded('X1', 'first'), coded('X2', 'second')], '');
    expect(describeFailure(error)).toBe('whatsapp-optin failed: first; second');
  });

  it('gives what was thrown, where it is no error', () => {
    expect(describeFailure('no reason')).toBe('whatsapp-optin failed: no reason');
  });
});

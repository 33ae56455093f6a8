import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WebhookRequest } from '../providers/whatsapp-provider.js';
import { createWebhookRouter, verifyTargets } from './webhook-router.js';
import type { WebhookTarget } from './webhook-target.js';

/** Believes a body that ends in its secret; `checks` counts how often it was asked. */
function createTarget(organizationId: string, webhookAddresses: readonly string[], secret = organizationId) {
  const checks = { count: 0 };
  const target: WebhookTarget = {
    account: { organizationId, provider: 'meta', businessNumber: '+966500000000', evidence: 'signed_webhook' },
    vendor: {
      webhookAddresses,
      parseWebhook: () => [],
      verifyWebhook: ({ rawBody }) => {
        checks.count += 1;
        return new TextDecoder().decode(rawBody).endsWith(`!${secret}`) ? 'genuine' : 'forged';
      },
    },
  };
  return { target, checks };
}

function createRouter(meta: readonly WebhookTarget[]) {
  return createWebhookRouter({ meta, ultramsg: [], twilio_whatsapp: [], twilio_sms: [], twilio_status: [] });
}

function toRequest(body: string, search = ''): WebhookRequest {
  const url = new URL(`https://example.test/webhook${search}`);
  return { method: 'POST', url, headers: new Headers(), rawBody: new TextEncoder().encode(body) };
}

const organizationsOf = (targets: readonly WebhookTarget[]) => targets.map(({ account }) => account.organizationId);

describe('a webhook of a server with a thousand accounts', () => {
  const made = Array.from({ length: 1000 }, (_, index) => createTarget(`o${index}`, [String(100_000 + index)]));
  const router = createRouter(made.map(({ target }) => target));

  it('asks the one account that it names', () => {
    const request = toRequest('{"metadata":{"phone_number_id":"100731"}}!o731');
    const { named } = router.route('meta', request);
    expect(organizationsOf(named)).toEqual(['o731']);
    expect(verifyTargets(named, request).verdict).toBe('genuine');
    expect(made.reduce((sum, { checks }) => sum + checks.count, 0)).toBe(1);
  });

  it.each([
    ['a number as JSON', '{"phone_number_id":100005}'],
    ['a form', 'To=whatsapp%3A%2B100005&Body=hi'],
    ['a plus in a form', 'To=whatsapp:+100005'],
  ])('reads an address of %s', (_name, body) => {
    expect(organizationsOf(router.route('meta', toRequest(body)).named)).toEqual(['o5']);
  });

  it('reads an address of the query, and names all accounts of a batch in their order', () => {
    const { named, others } = router.route('meta', toRequest('"100020" "100003"', '?instance=100011'));
    expect(organizationsOf(named)).toEqual(['o3', 'o11', 'o20']);
    expect(others()).toHaveLength(997);
  });

  it('asks all where it names none', () => {
    const { named, others } = router.route('meta', toRequest('{}'));
    expect([named.length, others().length]).toEqual([1000, 0]);
  });

  it('asks all where the name stands beyond the bytes that are searched', () => {
    const { named } = router.route('meta', toRequest(`${' '.repeat(70_000)}100005`));
    expect(named).toHaveLength(1000);
  });
});

it('finds the same account among the named and the others as among all, whatever is named', () => {
  const word = fc.constantFrom('100', '200', '300', 'Clinic', 'else');
  const accounts = fc.array(fc.record({ addresses: fc.array(word, { maxLength: 2 }), secret: word }), { maxLength: 6 });
  fc.assert(
    fc.property(accounts, fc.array(word, { maxLength: 4 }), word, (list, words, secret) => {
      const all = list.map((one, index) => createTarget(`o${index}`, one.addresses, one.secret).target);
      const request = toRequest(`${words.join(' ')}!${secret}`);
      const { named, others } = createRouter(all).route('meta', request);
      expect(new Set([...named, ...others()])).toEqual(new Set(all));
      expect(named.length + others().length).toBe(all.length);
    }),
  );
});

it('finds an account by its names', () => {
  const { target } = createTarget('clinic', []);
  const router = createRouter([target]);
  expect(router.find(target.account)).toBe(target);
  expect(router.find({ ...target.account, businessNumber: '+966500000001' })).toBeUndefined();
});

export const ORGANIZATIONS = ['a', 'b'] as const;
export type OrganizationId = (typeof ORGANIZATIONS)[number];
/** A limit that a sequence can reach. */
export const SMS_DAILY_LIMIT = 3;
export const WEBHOOK_TOKENS: Record<OrganizationId, string> = { a: 'webhook-token-of-a', b: 'webhook-token-of-b' };
export const INSTANCES: Record<OrganizationId, { instanceId: string; number: string }> = {
  a: { instanceId: '1150', number: '+966500000000' },
  b: { instanceId: '1151', number: '+966500000001' },
};

export const secretKeyOf = (id: OrganizationId): string => `sk_test_secret_key_of_organization_${id}`;
export const publishableKeyOf = (id: OrganizationId): string => `pk_test_publishable_key_of_organization_${id}`;

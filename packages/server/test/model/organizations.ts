export const ORGANIZATIONS = ['a', 'b'] as const;
export type OrganizationId = (typeof ORGANIZATIONS)[number];
/** The last lies in a country to which no SMS goes. */
export const PHONES = ['+966500000101', '+966500000102', '+971500000103'] as const;
/** A limit that a sequence can reach. */
export const SMS_DAILY_LIMIT = 3;
export const WEBHOOK_TOKENS: Record<OrganizationId, string> = { a: 'webhook-token-of-a', b: 'webhook-token-of-b' };
export const INSTANCES: Record<OrganizationId, { instanceId: string; number: string }> = {
  a: { instanceId: '1150', number: '+966500000000' },
  b: { instanceId: '1151', number: '+966500000001' },
};

export const secretKeyOf = (id: OrganizationId): string => `sk_test_secret_key_of_organization_${id}`;
export const publishableKeyOf = (id: OrganizationId): string => `pk_test_publishable_key_of_organization_${id}`;
export const adminKeyOf = (id: OrganizationId): string => `ak_test_admin_key_of_the_organization_${id}`;

import {
  AUDIT_ACTIONS,
  STAFF_SCOPES,
  type AdminKey,
  type AuditEntry,
  type OrganizationDocument,
  type SmsSettingsDocument,
} from '@whatsapp-optin/sdk/contract';
import { createRandom } from './random.js';

const RETENTION = { messages: 90, funnel: 30, statuses: 30, customers: 180, notifications: 1460, audit: 365 };

export const BUILT_IN_QUICK_REPLIES = {
  en: ['Yes, of course.', 'Please ask at the reception.', 'In about 10 minutes.'],
  ar: ['نعم، بالتأكيد.', 'من فضلك اسأل في الاستقبال.', 'خلال ١٠ دقائق تقريبًا.'],
};

export function createOrganization(): OrganizationDocument {
  return {
    id: 'clinic',
    name: 'Al Noor Clinic',
    whatsappNumber: '+966500000000',
    whatsappEnabled: true,
    messageStyle: 'branded',
    defaultLocale: 'ar',
    timeZone: 'Asia/Riyadh',
    quietHours: { from: '22:00', until: '07:00' },
    renewalEnabled: true,
    actions: { your_turn: ['on_my_way', 'more_time', 'leave'], almost_your_turn: ['more_time', 'leave'] },
    leaveFreesTicket: true,
    quickReplies: {},
    builtInQuickReplies: BUILT_IN_QUICK_REPLIES,
    cancelWords: 'staff',
    smsDailyLimit: null,
    smsAllowedCountries: null,
    templates: [
      {
        type: 'your_turn',
        locale: 'en',
        body: '{companyName}: it is your turn, ticket {ticketNumber}. Please go to {departmentName}.',
      },
    ],
    retentionDays: { ...RETENTION, messages: 60 },
    defaultRetentionDays: RETENTION,
  };
}

export function createSms(): SmsSettingsDocument {
  return {
    enabled: true,
    provider: 'twilio',
    from: '+15005550006',
    fallbackEnabled: true,
    criticalOnly: true,
    dailyLimit: 500,
    allowedCountries: ['SA', 'AE', 'KW'],
    usedToday: 37,
    last30Days: { messages: 1_018, segments: 1_344, costCents: 5_537, estimatedCostCents: 214, unknownCost: 3 },
  };
}

export function createKeys(now: number): AdminKey[] {
  const iso = (hoursAgo: number) => new Date(now - hoursAgo * 3_600_000).toISOString();
  const base = {
    scopes: [...STAFF_SCOPES],
    source: 'stored' as const,
    expiresAt: null,
    revokedAt: null,
    parentId: null,
  };
  return [
    {
      ...base,
      id: 'k1',
      name: 'Environment',
      role: 'manager',
      hint: 'ak_demo',
      source: 'configuration',
      status: 'active',
      createdAt: null,
      lastUsedAt: iso(0.2),
    },
    {
      ...base,
      id: 'k2',
      name: 'Front desk',
      role: 'viewer',
      hint: 'ak_7Qx2',
      status: 'active',
      createdAt: iso(900),
      lastUsedAt: iso(1.5),
    },
    {
      ...base,
      id: 'k3',
      name: 'نورة – الإدارة',
      role: 'manager',
      hint: 'ak_M9Kd',
      status: 'expiring',
      createdAt: iso(2_000),
      lastUsedAt: iso(20),
      expiresAt: iso(-22),
    },
    {
      ...base,
      id: 'k4',
      name: 'Old tablet',
      role: 'viewer',
      hint: 'ak_T4b1',
      status: 'revoked',
      createdAt: iso(5_000),
      lastUsedAt: null,
      revokedAt: iso(300),
    },
  ];
}

export function createAudit(count: number, now: number): AuditEntry[] {
  const random = createRandom(31);
  const people = [
    { name: 'Front desk', role: 'viewer', by: 'cookie' },
    { name: 'نورة – الإدارة', role: 'manager', by: 'cookie' },
    { name: 'Clinic dashboard', role: 'manager', by: 'token' },
  ] as const;
  return Array.from({ length: count }, (_, at) => {
    const action = random.pick(AUDIT_ACTIONS);
    return {
      id: random.uuid(),
      at: new Date(now - at * 1_260_000).toISOString(),
      actor: random.pick<AuditEntry['actor']>(people),
      action,
      target: /phone|session|contact/.test(action) ? random.uuid() : null,
      details: action === 'export.made' ? { table: 'sessions', rows: random.between(20, 4_000) } : {},
    };
  });
}

import {
  NOTIFICATION_TYPES,
  RETENTION_KINDS,
  type NotificationType,
  type QuickReplies,
  type RetentionKind,
  type RetentionSettings,
} from '@whatsapp-optin/sdk/contract';
import { checkTemplate, renderTemplate, type TemplateCheck } from './message-template.js';
import { DEFAULT_RETENTION_DAYS } from './retention-days.js';
import type { MessageTemplate, Organization, OrganizationStore } from './organization.js';

export interface OrganizationSettings extends Omit<Organization, 'retentionDays'> {
  templates: readonly MessageTemplate[];
  /** As they hold. */
  retentionDays: RetentionSettings;
  /** The server's own. */
  defaultRetentionDays: RetentionSettings;
  /** Those of the server, in every language. */
  builtInQuickReplies: QuickReplies;
}

export interface SettingsChanges extends Partial<Omit<Organization, 'id' | 'retentionDays'>> {
  /** `null` brings the server's own back; kinds that are not named stay. */
  retentionDays?: Partial<Record<RetentionKind, number | null>>;
  /** `body: null` brings the built-in text back; texts that are not named stay. */
  templates?: readonly (Omit<MessageTemplate, 'body'> & { body: string | null })[];
}

export type SettingsResult =
  | { status: 'saved'; settings: OrganizationSettings }
  | { status: 'wrong'; field: string; message: string }
  | { status: 'unknown_organization' };

export type PreviewResult = { status: 'rendered'; text: string } | { status: 'wrong'; field: string; message: string };

export interface SettingsService {
  /** `null` where there is no such organization. */
  read(organizationId: string): Promise<OrganizationSettings | null>;
  /** All or nothing: a wrong text saves nothing. */
  change(organizationId: string, changes: SettingsChanges): Promise<SettingsResult>;
  /** What staff may answer with by one tap, in every language. Empty where there is no such organization. */
  quickReplies(organizationId: string): Promise<QuickReplies>;
  /** The text of a type in the nearest language, its values in braces. */
  builtInText(type: NotificationType, locale: string): string;
  /** A text as a customer would read it, with sample values where none are given. */
  preview(input: {
    body: string;
    companyName: string;
    values?: Readonly<Record<string, string | number>>;
  }): PreviewResult;
}

const SAMPLE_VALUES = {
  ticketNumber: 'A001',
  departmentName: 'Reception',
  position: 3,
  waitMinutes: 15,
  minutesLeft: 45,
};

/** What holds where an organization has chosen nothing. */
export interface SettingsDefaults {
  /** @default `DEFAULT_RETENTION_DAYS` */
  retentionDays?: RetentionSettings;
  /** @default none */
  quickReplies?: QuickReplies;
  /** @default no text */
  builtInText?: SettingsService['builtInText'];
}

export function createSettingsService(
  store: OrganizationStore,
  {
    retentionDays: defaultRetentionDays = DEFAULT_RETENTION_DAYS,
    quickReplies: builtInQuickReplies = {},
    builtInText = () => '',
  }: SettingsDefaults = {},
): SettingsService {
  const read: SettingsService['read'] = async (organizationId) => {
    const organization = await store.find(organizationId);
    if (organization === null) return null;
    return {
      ...organization,
      templates: await store.templates(organizationId),
      retentionDays: { ...defaultRetentionDays, ...organization.retentionDays },
      defaultRetentionDays: { ...defaultRetentionDays },
      builtInQuickReplies,
    };
  };
  return {
    read,
    async change(organizationId, { templates = [], retentionDays, ...changes }) {
      const before = await store.find(organizationId);
      if (before === null) return { status: 'unknown_organization' };
      const number = changes.whatsappNumber === undefined ? before.whatsappNumber : changes.whatsappNumber;
      const enabled = changes.whatsappEnabled ?? before.whatsappEnabled;
      if (enabled && number === null) {
        return { status: 'wrong', field: 'whatsappEnabled', message: 'needs a whatsappNumber first.' };
      }
      if (changes.timeZone !== undefined && !(await store.knowsTimeZone(changes.timeZone))) {
        return { status: 'wrong', field: 'timeZone', message: 'is unknown to the database; give a name that it has.' };
      }
      for (const [index, { type, body }] of templates.entries()) {
        const field = `templates.${index}.body`;
        if (!NOTIFICATION_TYPES.includes(type))
          return { status: 'wrong', field: `templates.${index}.type`, message: 'is unknown.' };
        const wrong = body === null ? null : describe(checkTemplate(body));
        if (wrong !== null) return { status: 'wrong', field, message: wrong };
      }
      await store.update(organizationId, {
        ...changes,
        ...(retentionDays !== undefined && { retentionDays: mergeDays(before.retentionDays, retentionDays) }),
      });
      for (const template of templates) await store.putTemplate(organizationId, template);
      const settings = await read(organizationId);
      return settings === null ? { status: 'unknown_organization' } : { status: 'saved', settings };
    },
    async quickReplies(organizationId) {
      const organization = await store.find(organizationId);
      return organization === null ? {} : { ...builtInQuickReplies, ...organization.quickReplies };
    },
    builtInText,
    preview({ body, companyName, values = {} }) {
      const wrong = describe(checkTemplate(body));
      if (wrong !== null) return { status: 'wrong', field: 'body', message: wrong };
      const rendered = renderTemplate(body, { ...SAMPLE_VALUES, ...values, companyName });
      if (rendered.status === 'rendered') return rendered;
      return { status: 'wrong', field: `values.${rendered.name}`, message: 'is empty.' };
    },
  };
}

function mergeDays(
  before: Organization['retentionDays'],
  changes: Partial<Record<RetentionKind, number | null>>,
): Organization['retentionDays'] {
  const merged = RETENTION_KINDS.flatMap((kind) => {
    const days = changes[kind] === undefined ? before[kind] : changes[kind];
    return typeof days === 'number' ? [[kind, days] as const] : [];
  });
  return Object.fromEntries(merged);
}

function describe(check: TemplateCheck): string | null {
  switch (check.status) {
    case 'ok':
      return null;
    case 'empty':
      return 'is empty; null brings the built-in text back.';
    case 'too_long':
      return `has ${check.length} characters; 3,500 are allowed, so that the values have room.`;
    case 'unknown_placeholder':
      return `names {${check.name}}, which is unknown; known are {companyName}, {ticketNumber}, {departmentName}, {position}, {waitMinutes} and {minutesLeft}.`;
    case 'unclosed_brace':
      return 'has a brace that is not closed.';
  }
}

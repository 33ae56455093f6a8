import { NOTIFICATION_TYPES } from '@whatsapp-optin/sdk/contract';
import { checkTemplate, renderTemplate, type TemplateCheck } from './message-template.js';
import type { MessageTemplate, Organization, OrganizationStore } from './organization.js';

export type OrganizationSettings = Organization & { templates: readonly MessageTemplate[] };

export interface SettingsChanges extends Partial<Omit<Organization, 'id'>> {
  /** `body: null` brings the built-in text back; texts that are not named stay. */
  templates?: readonly (Omit<MessageTemplate, 'body'> & { body: string | null })[];
}

export type SettingsResult =
  | { status: 'saved'; settings: OrganizationSettings }
  | { status: 'wrong'; field: string; message: string }
  | { status: 'unknown_organization' };

export type PreviewResult = { status: 'rendered'; text: string } | { status: 'wrong'; field: string; message: string };

export interface SettingsDesk {
  /** `null` where there is no such organization. */
  read(organizationId: string): Promise<OrganizationSettings | null>;
  /** All or nothing: a wrong text saves nothing. */
  change(organizationId: string, changes: SettingsChanges): Promise<SettingsResult>;
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

export function createSettingsDesk(store: OrganizationStore): SettingsDesk {
  const read: SettingsDesk['read'] = async (organizationId) => {
    const organization = await store.find(organizationId);
    return organization === null ? null : { ...organization, templates: await store.templates(organizationId) };
  };
  return {
    read,
    async change(organizationId, { templates = [], ...changes }) {
      const before = await store.find(organizationId);
      if (before === null) return { status: 'unknown_organization' };
      const number = changes.whatsappNumber === undefined ? before.whatsappNumber : changes.whatsappNumber;
      const enabled = changes.whatsappEnabled ?? before.whatsappEnabled;
      if (enabled && number === null) {
        return { status: 'wrong', field: 'whatsappEnabled', message: 'needs a whatsappNumber first.' };
      }
      for (const [index, { type, body }] of templates.entries()) {
        const field = `templates.${index}.body`;
        if (!NOTIFICATION_TYPES.includes(type))
          return { status: 'wrong', field: `templates.${index}.type`, message: 'is unknown.' };
        const wrong = body === null ? null : describe(checkTemplate(body));
        if (wrong !== null) return { status: 'wrong', field, message: wrong };
      }
      await store.update(organizationId, changes);
      for (const template of templates) await store.putTemplate(organizationId, template);
      const settings = await read(organizationId);
      return settings === null ? { status: 'unknown_organization' } : { status: 'saved', settings };
    },
    preview({ body, companyName, values = {} }) {
      const wrong = describe(checkTemplate(body));
      if (wrong !== null) return { status: 'wrong', field: 'body', message: wrong };
      const rendered = renderTemplate(body, { ...SAMPLE_VALUES, ...values, companyName });
      if (rendered.status === 'rendered') return rendered;
      return { status: 'wrong', field: `values.${rendered.name}`, message: 'is empty.' };
    },
  };
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

import { renderTemplate } from '../organizations/message-template.js';
import type { OrganizationStore } from '../organizations/organization.js';
import type { Translations } from '../translations/translations.js';

const SAMPLE = { ticketNumber: 'A001', departmentName: null };

/** Text of a renewal notice in the organization's language, for a sample ticket. `null`: no such organization. */
export async function reminderText(
  organizations: OrganizationStore,
  translations: Translations,
  organizationId: string,
): Promise<string | null> {
  const organization = await organizations.find(organizationId);
  if (organization === null) return null;
  const locale = translations.closestLocale(undefined, organization.defaultLocale);
  const templates = await organizations.templates(organizationId);
  const own = templates.find((template) => template.type === 'session_expiring' && template.locale === locale);
  if (own !== undefined) {
    const rendered = renderTemplate(own.body, { ...SAMPLE, companyName: organization.name });
    return rendered.status === 'rendered' ? rendered.text : own.body;
  }
  const { body } = translations.notification({
    locale,
    type: 'session_expiring',
    params: {},
    companyName: organization.name,
    ...SAMPLE,
  });
  return body;
}

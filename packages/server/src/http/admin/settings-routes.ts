import { exceedsOperator } from '../../organizations/sms-limits.js';
import { defineRoute } from '../define-route.js';
import { exact } from '../fields.js';
import type { RouteContext } from '../http-env.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { staff } from '../who.js';
import {
  builtInTextDocument,
  builtInTextQuery,
  previewDocument,
  previewRequest,
  settingsDocument,
  settingsRequest,
} from './settings-documents.js';

const readOrganization = defineRoute(
  {
    method: 'get',
    path: '/api/admin/organization',
    id: 'readOrganization',
    tag: 'Staff',
    summary: 'Settings and texts of the organization',
    who: staff('settings.read'),
    output: { 200: { description: 'As they stand', schema: settingsDocument } },
    refuses: ['NOT_FOUND'],
    example: {},
  },
  async ({ context, organizationId, answer }) => {
    const found = await context.settingsService.read(organizationId);
    return found === null ? unknownOrganization() : answer(200, toDocument(found));
  },
);

const changeOrganization = defineRoute(
  {
    method: 'put',
    path: '/api/admin/organization',
    id: 'changeOrganization',
    tag: 'Staff',
    summary: 'Change settings and texts; what is left out stays',
    description: 'A text names its values in braces: {ticketNumber}. One wrong text saves nothing.',
    who: staff('settings.write'),
    body: settingsRequest,
    output: { 200: { description: 'As they stand now', schema: settingsDocument } },
    refuses: ['NOT_FOUND', 'INVALID_PHONE_NUMBER'],
    example: { body: { quietHours: { from: '22:00', until: '07:00' }, renewalEnabled: true } },
  },
  async ({ context, organizationId, body, answer, note }) => {
    const { retentionDays, ...given } = body;
    const { smsDailyLimit: dailyLimit, smsAllowedCountries: allowedCountries } = given;
    const excess = exceedsOperator({ dailyLimit, allowedCountries }, context.settings.sms);
    if (excess !== null) {
      return wrongField(excess.field === 'dailyLimit' ? 'smsDailyLimit' : 'smsAllowedCountries', excess.message);
    }
    const changes = { ...given, ...(retentionDays !== undefined && { retentionDays: exact(retentionDays) }) };
    const result = await context.settingsService.change(organizationId, changes);
    switch (result.status) {
      case 'saved':
        await note({ action: 'settings.changed', details: { fields: Object.keys(changes).join(' ') } });
        context.live.nudge(organizationId);
        return answer(200, toDocument(result.settings));
      case 'wrong':
        return wrongField(result.field, result.message);
      case 'unknown_organization':
        return unknownOrganization();
    }
  },
);

const previewTemplate = defineRoute(
  {
    method: 'post',
    path: '/api/admin/organization/preview',
    id: 'previewTemplate',
    tag: 'Staff',
    summary: 'A text as a customer would read it',
    who: staff('settings.read'),
    body: previewRequest,
    output: { 200: { description: 'The text', schema: previewDocument } },
    example: { body: { body: 'It is your turn, {ticketNumber}.', values: { ticketNumber: 'A001' } } },
  },
  async ({ context, organizationId, body: { body, values }, answer }) => {
    const found = await context.settingsService.read(organizationId);
    const companyName = found?.name ?? '';
    const result = context.settingsService.preview({ body, companyName, ...(values !== undefined && { values }) });
    return result.status === 'rendered' ? answer(200, { text: result.text }) : wrongField(result.field, result.message);
  },
);

const readBuiltInText = defineRoute(
  {
    method: 'get',
    path: '/api/admin/organization/built-in-text',
    id: 'readBuiltInText',
    tag: 'Staff',
    summary: 'The built-in text of a notification, its values in braces',
    who: staff('settings.read'),
    query: builtInTextQuery,
    output: { 200: { description: 'The text', schema: builtInTextDocument } },
    example: { query: { type: 'your_turn', locale: 'en' } },
  },
  ({ context, query: { type, locale }, answer }) =>
    answer(200, { body: context.settingsService.builtInText(type, locale) }),
);

/** What an organization chooses for itself; after the first start the database wins over the environment. */
export const SETTINGS_ROUTES = [readOrganization, changeOrganization, previewTemplate, readBuiltInText];

type Found = NonNullable<Awaited<ReturnType<RouteContext['settingsService']['read']>>>;

function toDocument(found: Found) {
  return {
    ...found,
    smsAllowedCountries: found.smsAllowedCountries === null ? null : [...found.smsAllowedCountries],
    templates: [...found.templates],
  };
}

function unknownOrganization(): Response {
  return problemResponse('NOT_FOUND', 'There is no such organization.');
}

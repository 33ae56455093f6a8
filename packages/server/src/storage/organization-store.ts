import { NOTIFICATION_TYPES } from '@whatsapp-optin/sdk/contract';
import type { Organization, OrganizationStore } from '../organizations/organization.js';
import type { Database } from './database.js';
import { ORGANIZATION_COLUMNS, toOrganization, type OrganizationRow } from './organization-row.js';
import { gather, itemsSql, type ItemRow } from './set-statement.js';

/** https://www.postgresql.org/docs/15/errcodes-appendix.html */
const INVALID_PARAMETER_VALUE = '22023';

const FIND = `
SELECT item.position, organization.* FROM ${itemsSql('organization_id text')}
CROSS JOIN LATERAL (
  SELECT ${ORGANIZATION_COLUMNS} FROM whatsapp_optin.organizations WHERE id = item.organization_id
) AS organization`;

const ENSURE = `
INSERT INTO whatsapp_optin.organizations
  (id, name, whatsapp_number, whatsapp_enabled, message_style, default_locale, time_zone, sms_basis)
VALUES ($1::text, $2::text, $3::text, $4::boolean, $5::text, $6::text, $7::text, $8::text)
ON CONFLICT (id) DO UPDATE SET sms_basis = EXCLUDED.sms_basis WHERE organizations.sms_basis <> EXCLUDED.sms_basis`;

/** A column that the changes do not name keeps its value. */
const changed = (field: string, column: string, value: string): string =>
  `${column} = CASE WHEN $2::jsonb ? '${field}' THEN ${value} ELSE ${column} END`;

const UPDATE = `
UPDATE whatsapp_optin.organizations SET
  ${[
    changed('name', 'name', `$2::jsonb->>'name'`),
    changed('whatsappNumber', 'whatsapp_number', `$2::jsonb->>'whatsappNumber'`),
    changed('whatsappEnabled', 'whatsapp_enabled', `($2::jsonb->>'whatsappEnabled')::boolean`),
    changed('messageStyle', 'message_style', `$2::jsonb->>'messageStyle'`),
    changed('defaultLocale', 'default_locale', `$2::jsonb->>'defaultLocale'`),
    changed('timeZone', 'time_zone', `$2::jsonb->>'timeZone'`),
    changed('quietHours', 'quiet_from', `($2::jsonb#>>'{quietHours,from}')::time`),
    changed('quietHours', 'quiet_until', `($2::jsonb#>>'{quietHours,until}')::time`),
    changed('renewalEnabled', 'renewal_enabled', `($2::jsonb->>'renewalEnabled')::boolean`),
    changed('cancelWords', 'cancel_words', `$2::jsonb->>'cancelWords'`),
    changed('smsDailyLimit', 'sms_daily_limit', `($2::jsonb->>'smsDailyLimit')::int`),
    changed(
      'smsAllowedCountries',
      'sms_allowed_countries',
      `CASE WHEN jsonb_typeof($2::jsonb->'smsAllowedCountries') = 'array'
        THEN ARRAY(SELECT jsonb_array_elements_text($2::jsonb->'smsAllowedCountries')) END`,
    ),
    changed('actions', 'actions', `$2::jsonb->'actions'`),
    changed('leaveFreesTicket', 'leave_frees_ticket', `($2::jsonb->>'leaveFreesTicket')::boolean`),
    changed('quickReplies', 'quick_replies', `$2::jsonb->'quickReplies'`),
    changed('retentionDays', 'retention_days', `$2::jsonb->'retentionDays'`),
  ].join(',\n  ')},
  updated_at = clock_timestamp()
WHERE id = $1::text
RETURNING ${ORGANIZATION_COLUMNS}`;

const TEMPLATES = `
SELECT type, locale, body FROM whatsapp_optin.message_templates WHERE organization_id = $1::text`;

const REMOVE_TEMPLATE = `
DELETE FROM whatsapp_optin.message_templates
WHERE organization_id = $1::text AND type = $2::text AND locale = $3::text`;

const PUT_TEMPLATE = `
INSERT INTO whatsapp_optin.message_templates (organization_id, type, locale, body)
VALUES ($1::text, $2::text, $3::text, $4::text)
ON CONFLICT (organization_id, type, locale) DO UPDATE SET body = excluded.body, updated_at = clock_timestamp()`;

export function createOrganizationStore(database: Database): OrganizationStore {
  const find = gather<string, Organization | null, OrganizationRow & ItemRow>(database, {
    sql: { together: FIND, alone: FIND },
    toColumns: (id) => ({ organization_id: id }),
    toResult: (row) => (row === undefined ? null : toOrganization(row)),
    orderOf: (id) => id,
  });
  return {
    find,
    async ensure(organization, smsBasis) {
      const { id, name, whatsappNumber, whatsappEnabled, messageStyle, defaultLocale, timeZone } = organization;
      const values = [id, name, whatsappNumber, whatsappEnabled, messageStyle, defaultLocale, timeZone, smsBasis];
      await database.query(ENSURE, values);
      const stored = await find(id);
      if (stored === null) throw new Error(`The organization "${id}" could not be stored.`);
      return stored;
    },
    async update(organizationId, changes) {
      const [row] = await database.query<OrganizationRow>(UPDATE, [organizationId, JSON.stringify(changes)]);
      return row === undefined ? null : toOrganization(row);
    },
    async knowsTimeZone(name) {
      try {
        await database.query('SELECT now() AT TIME ZONE $1::text', [name]);
        return true;
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === INVALID_PARAMETER_VALUE) return false;
        throw error;
      }
    },
    async templates(organizationId) {
      const rows = await database.query<{ type: string; locale: string; body: string }>(TEMPLATES, [organizationId]);
      return rows.flatMap(({ type, locale, body }) => {
        const known = NOTIFICATION_TYPES.find((one) => one === type);
        return known === undefined ? [] : [{ type: known, locale, body }];
      });
    },
    async putTemplate(organizationId, { type, locale, body }) {
      const key = [organizationId, type, locale];
      await (body === null ? database.query(REMOVE_TEMPLATE, key) : database.query(PUT_TEMPLATE, [...key, body]));
    },
  };
}

import { boolean, integer, pgSchema, text, timestamp, uuid, customType } from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * The tables that typed queries use, as the migrations made them; the statements of the hot paths are hand-written.
 * A test compares these columns with the database's catalogue.
 */
export function createTables(schemaName: string) {
  const schema = pgSchema(schemaName);
  return {
    organizations: schema.table('organizations', {
      id: text('id').primaryKey(),
      name: text('name').notNull(),
      whatsappNumber: text('whatsapp_number'),
      whatsappEnabled: boolean('whatsapp_enabled').notNull().default(false),
      messageStyle: text('message_style').notNull().default('branded'),
      defaultLocale: text('default_locale').notNull().default('en'),
      timeZone: text('time_zone').notNull().default('UTC'),
      createdAt: moment('created_at').notNull().defaultNow(),
      updatedAt: moment('updated_at').notNull().defaultNow(),
    }),
    vapidKeys: schema.table('vapid_keys', {
      organizationId: text('organization_id').primaryKey(),
      publicKey: text('public_key').notNull(),
      privateKey: text('private_key').notNull(),
      createdAt: moment('created_at').notNull().defaultNow(),
    }),
    tickets: schema.table('tickets', {
      organizationId: text('organization_id').notNull(),
      id: text('id').notNull(),
      number: text('number').notNull(),
      phone: text('phone'),
      customerName: text('customer_name'),
      locale: text('locale'),
      departmentName: text('department_name'),
      status: text('status').notNull().default('waiting'),
      contactId: uuid('contact_id'),
      createdAt: moment('created_at').notNull().defaultNow(),
      updatedAt: moment('updated_at').notNull().defaultNow(),
    }),
    pushSubscriptions: schema.table('push_subscriptions', {
      organizationId: text('organization_id').notNull(),
      id: uuid('id').notNull(),
      endpoint: text('endpoint').notNull(),
      endpointHash: bytea('endpoint_hash').notNull(),
      p256dh: text('p256dh').notNull(),
      auth: text('auth').notNull(),
      ticketId: text('ticket_id'),
      optInId: uuid('opt_in_id'),
      createdAt: moment('created_at').notNull().defaultNow(),
      updatedAt: moment('updated_at').notNull().defaultNow(),
    }),
    notificationLogs: schema.table('notification_logs', {
      organizationId: text('organization_id').notNull(),
      id: uuid('id').notNull(),
      kind: text('kind').notNull(),
      type: text('type'),
      ticketId: text('ticket_id'),
      contactId: uuid('contact_id'),
      locale: text('locale').notNull(),
      success: boolean('success').notNull().default(false),
      settled: boolean('settled').notNull().default(false),
      method: text('method'),
      reason: text('reason'),
      deliveredTo: text('delivered_to'),
      pushAttempted: boolean('push_attempted').notNull().default(false),
      pushSuccess: boolean('push_success').notNull().default(false),
      whatsappAttempted: boolean('whatsapp_attempted').notNull().default(false),
      whatsappSuccess: boolean('whatsapp_success').notNull().default(false),
      whatsappError: text('whatsapp_error'),
      smsAttempted: boolean('sms_attempted').notNull().default(false),
      smsSuccess: boolean('sms_success').notNull().default(false),
      smsError: text('sms_error'),
      finalDeliveryMethod: text('final_delivery_method'),
      result: text('result'),
      createdAt: moment('created_at').notNull().defaultNow(),
      updatedAt: moment('updated_at').notNull().defaultNow(),
    }),
    notificationAttempts: schema.table('notification_attempts', {
      organizationId: text('organization_id').notNull(),
      id: uuid('id').notNull(),
      notificationId: uuid('notification_id').notNull(),
      tier: text('tier').notNull(),
      attemptNumber: integer('attempt_number').notNull().default(1),
      status: text('status').notNull(),
      late: boolean('late').notNull().default(false),
      reason: text('reason'),
      provider: text('provider'),
      providerMessageId: text('provider_message_id'),
      errorCode: text('error_code'),
      contactId: uuid('contact_id'),
      businessNumber: text('business_number'),
      inboundMessageId: uuid('inbound_message_id'),
      inboundSentAt: moment('inbound_sent_at'),
      at: moment('at').notNull().defaultNow(),
      updatedAt: moment('updated_at').notNull().defaultNow(),
    }),
  };
}

export type Tables = ReturnType<typeof createTables>;

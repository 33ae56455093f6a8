import type { z } from '@hono/zod-openapi';
import type * as contract from '@whatsapp-optin/sdk/contract';
import type * as analytics from './admin/analytics-documents.js';
import type * as endpoints from './admin/event-endpoint-documents.js';
import type * as deliveries from './admin/delivery-documents.js';
import type * as sessions from './admin/session-documents.js';
import type * as settings from './admin/settings-documents.js';
import type * as staff from './admin/staff-documents.js';
import type * as upkeep from './admin/upkeep-documents.js';
import type * as documents from './documents.js';
import type { EVENT_DATA } from './event-documents.js';
import type * as requests from './requests.js';

/** `false` for the least difference: a field more, a field that may be absent, a wider text. */
type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;

/** As it travels: without `readonly`, intersections and `undefined`, none of which JSON has. */
type Wire<T> = T extends readonly (infer Item)[]
  ? Wire<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: undefined extends T[Key] ? Wire<Exclude<T[Key], undefined>> : Wire<T[Key]> }
    : T;

type Answers<Schema extends z.ZodType, Shape> = Same<Wire<z.output<Schema>>, Wire<Shape>>;
type Takes<Schema extends z.ZodType, Shape> = Same<Wire<z.input<Schema>>, Wire<Shape>>;

type Expect<Checks extends readonly true[]> = Checks;

/** What the server answers is what the contract says. */
export type AnswersAreOfTheContract = Expect<
  [
    Answers<typeof documents.problemDocument, contract.Problem>,
    Answers<typeof documents.ticketDocument, contract.TicketDocument>,
    Answers<typeof documents.ticketCalledDocument, contract.TicketCalledDocument>,
    Answers<typeof documents.optInCreatedDocument, contract.OptInCreated>,
    Answers<typeof documents.optInStatusDocument, contract.OptInStatus>,
    Answers<typeof documents.notificationDocument, contract.NotificationDocument>,
    Answers<typeof documents.notificationBatchDocument, contract.NotificationBatchDocument>,
    Answers<typeof documents.sessionStatusDocument, contract.SessionStatusDocument>,
    Answers<typeof documents.pushPublicKeyDocument, contract.PushPublicKeyDocument>,
    Answers<typeof documents.pushSubscriptionCreatedDocument, contract.PushSubscriptionCreated>,
    Answers<typeof analytics.optInAnalyticsDocument, contract.OptInAnalytics>,
    Answers<typeof analytics.deliveryAnalyticsDocument, contract.DeliveryAnalytics>,
    Answers<typeof analytics.complianceDocument, contract.ComplianceReport>,
    Answers<typeof analytics.consentPageDocument, contract.AdminConsentPage>,
    Answers<typeof deliveries.inboundPageDocument, contract.AdminInboundMessagePage>,
    Answers<typeof deliveries.unshownDocument, contract.AdminUnshownMessages>,
    Answers<typeof deliveries.adminNotificationDocument, contract.AdminNotification>,
    Answers<typeof deliveries.adminNotificationPageDocument, contract.AdminNotificationPage>,
    Answers<typeof sessions.adminSessionPageDocument, contract.AdminSessionPage>,
    Answers<typeof sessions.adminSessionStatsDocument, contract.AdminSessionStats>,
    Answers<typeof sessions.bulkAnswerDocument, contract.BulkSessionsAnswer>,
    Answers<typeof sessions.revealedPhoneDocument, contract.RevealedPhone>,
    Answers<typeof sessions.contactExportDocument, contract.ContactExport>,
    Answers<typeof sessions.contactErasedDocument, contract.ContactErased>,
    Answers<typeof settings.settingsDocument, contract.OrganizationDocument>,
    Answers<typeof settings.previewDocument, contract.TemplatePreview>,
    Answers<typeof staff.staffSessionDocument, contract.StaffSession>,
    Answers<typeof staff.staffTokenDocument, contract.StaffTokenCreated>,
    Answers<typeof staff.adminKeyListDocument, contract.AdminKeyList>,
    Answers<typeof staff.adminKeyCreatedDocument, contract.AdminKeyCreated>,
    Answers<typeof staff.auditPageDocument, contract.AuditLogPage>,
    Answers<typeof endpoints.eventEndpointDocument, contract.EventEndpoint>,
    Answers<typeof endpoints.eventEndpointListDocument, contract.EventEndpointList>,
    Answers<typeof endpoints.eventEndpointCreatedDocument, contract.EventEndpointCreated>,
    Answers<typeof endpoints.eventDeliveryPageDocument, contract.EventDeliveryPage>,
    Answers<typeof endpoints.eventsReplayedDocument, contract.EventsReplayed>,
    Answers<typeof upkeep.parkedDocument, contract.ParkedWorkPage>,
    Answers<typeof upkeep.smsDocument, contract.SmsSettingsDocument>,
    Answers<typeof upkeep.smsTestAnswerDocument, contract.SmsTestAnswer>,
  ]
>;

/** What the contract lets a caller send is what the server takes. */
export type RequestsAreOfTheContract = Expect<
  [
    Takes<typeof requests.upsertTicketRequest, contract.UpsertTicketRequest>,
    Takes<typeof requests.callTicketRequest, contract.CallTicketRequest>,
    Takes<typeof requests.createOptInRequest, contract.CreateOptInRequest>,
    Takes<typeof requests.funnelEventRequest, contract.FunnelEventRequest>,
    Takes<typeof requests.notifyRequest, contract.NotifyRequest>,
    Takes<typeof requests.notificationBatchRequest, contract.NotificationBatchRequest>,
    Takes<typeof requests.subscribeRequest, contract.PushSubscriptionRequest>,
    Takes<typeof analytics.dayRangeQuery, contract.DayRange>,
    Takes<typeof analytics.consentFilterQuery, contract.ConsentFilter>,
    Takes<typeof deliveries.notificationFilterQuery, contract.NotificationFilter>,
    Takes<typeof deliveries.markSeenRequest, contract.MarkSeenRequest>,
    Takes<typeof deliveries.replyRequest, contract.ReplyRequest>,
    Takes<typeof sessions.sessionFilterQuery, contract.SessionFilter>,
    Takes<typeof sessions.bulkRequest, contract.BulkSessionsRequest>,
    Takes<typeof settings.settingsRequest, contract.OrganizationChanges>,
    Takes<typeof settings.previewRequest, contract.TemplatePreviewRequest>,
    Takes<typeof staff.signInRequest, contract.SignInRequest>,
    Takes<typeof staff.staffTokenRequest, contract.StaffTokenRequest>,
    Takes<typeof staff.createKeyRequest, contract.CreateAdminKeyRequest>,
    Takes<typeof staff.rotateKeyRequest, contract.RotateAdminKeyRequest>,
    Takes<typeof endpoints.createEventEndpointRequest, contract.CreateEventEndpointRequest>,
    Takes<typeof endpoints.eventEndpointChanges, contract.EventEndpointChanges>,
    Takes<typeof endpoints.rotateEventSecretRequest, contract.RotateEventSecretRequest>,
    Takes<typeof endpoints.replayEventsRequest, contract.ReplayEventsRequest>,
    Takes<typeof upkeep.smsRequest, contract.SmsChanges>,
    Takes<typeof upkeep.smsTestRequest, contract.SmsTestRequest>,
  ]
>;

/** What an event says is what the contract says. */
type EventAnswers = {
  [Type in contract.EventType]: Answers<(typeof EVENT_DATA)[Type], contract.EventDataByType[Type]>;
};
export type EventsAreOfTheContract = Expect<[Same<EventAnswers, Record<contract.EventType, true>>]>;

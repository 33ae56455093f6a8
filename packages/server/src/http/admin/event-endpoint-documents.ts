import { z } from '@hono/zod-openapi';
import { EVENT_DELIVERY_STATUSES, EVENT_TYPES } from '@whatsapp-optin/sdk/contract';
import { inputMoment } from '../dates.js';
import { moment, plainName, text } from '../fields.js';

const eventType = z.enum(EVENT_TYPES);
const types = z.array(eventType).max(EVENT_TYPES.length).openapi({ description: 'Empty: all.' });
const url = text(2_048).openapi({
  format: 'uri',
  example: 'https://clinic.example/events',
  description: 'https, at a public address; others by WEBHOOK_ALLOWED_HOSTS.',
});
const description = z.union([z.literal(''), plainName(200)]).openapi({ type: 'string', example: 'Ticket system' });

export const eventEndpointDocument = z
  .object({
    id: z.uuid(),
    url: z.string().openapi({ example: 'https://clinic.example/events' }),
    description: z.string(),
    types: z.array(eventType).openapi({ description: 'Empty: all.' }),
    enabled: z.boolean(),
    disabledReason: z.enum(['staff', 'gone']).nullable().openapi({ description: '`gone`: it answered 410.' }),
    formerSecretUntil: moment.nullable().openapi({ description: 'The former secret signs too until then.' }),
    failures: z.int().openapi({ description: 'Since the last success.' }),
    pausedUntil: moment.nullable().openapi({ description: 'After several failures nothing is posted until then.' }),
    lastSuccessAt: moment.nullable(),
    lastFailureAt: moment.nullable(),
    pending: z.int().openapi({ description: 'Events that wait, counted up to 10,000.' }),
    dead: z.int().openapi({ description: 'Dead letters, counted up to 10,000.' }),
    createdAt: moment,
    updatedAt: moment,
  })
  .openapi('EventEndpoint');

export const eventEndpointListDocument = z
  .object({ items: z.array(eventEndpointDocument) })
  .openapi('EventEndpointList');

export const eventEndpointCreatedDocument = eventEndpointDocument
  .extend({ secret: z.string().openapi({ example: 'whsec_…', description: 'Shown this once.' }) })
  .openapi('EventEndpointCreated');

export const createEventEndpointRequest = z
  .strictObject({ url, description: description.optional(), types: types.optional() })
  .openapi('CreateEventEndpoint');

export const eventEndpointChanges = z
  .strictObject({
    url: url.optional(),
    description: description.optional(),
    types: types.optional(),
    enabled: z.boolean().optional(),
  })
  .openapi('EventEndpointChanges');

export const rotateEventSecretRequest = z
  .strictObject({ overlapHours: z.int().min(0).max(168).optional() })
  .openapi('RotateEventSecret');

export const eventDeliveryPageDocument = z
  .object({
    items: z.array(
      z.object({
        eventId: z.uuid(),
        type: eventType,
        ticketId: z.string().nullable(),
        status: z.enum(EVENT_DELIVERY_STATUSES),
        tries: z.int(),
        httpStatus: z.int().nullable(),
        lastError: z.string().nullable(),
        nextTryAt: moment.nullable(),
        createdAt: moment,
        updatedAt: moment,
      }),
    ),
    nextCursor: z.string().nullable(),
  })
  .openapi('EventDeliveryPage');

export const eventDeliveryFilter = {
  status: z.enum(EVENT_DELIVERY_STATUSES).optional(),
  type: eventType.optional(),
};

export const replayEventsRequest = z
  .strictObject({
    eventId: z.uuid().optional(),
    since: inputMoment.optional(),
    until: inputMoment.optional(),
    which: z.enum(['dead', 'all']).optional(),
  })
  .refine(({ eventId, since }) => (eventId === undefined) !== (since === undefined), {
    error: 'names one event, or a range that begins with `since`.',
    path: ['eventId'],
  })
  .openapi('ReplayEvents');

export const eventsReplayedDocument = z
  .object({ events: z.int().openapi({ description: 'How many events are due again.' }) })
  .openapi('EventsReplayed');

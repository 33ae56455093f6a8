import { z } from '@hono/zod-openapi';
import type { EndpointResult } from '../../outbox/endpoint-service.js';
import { defineRoute } from '../define-route.js';
import { rowId } from '../fields.js';
import { problemResponse, wrongField } from '../problem-response.js';
import { staff } from '../who.js';
import {
  createEventEndpointRequest,
  eventDeliveryFilter,
  eventDeliveryPageDocument,
  eventEndpointChanges,
  eventEndpointCreatedDocument,
  eventEndpointDocument,
  eventEndpointListDocument,
  eventsReplayedDocument,
  replayEventsRequest,
  rotateEventSecretRequest,
} from './event-endpoint-documents.js';
import { paging, readPage } from './list-query.js';

const reads = staff('settings.read');
const writes = staff('settings.write');
const tag = 'Staff';
const params = z.object({ id: rowId });
const ENDPOINT = { id: '01938f6e-0000-7000-8000-000000000006' };
const URL_EXAMPLE = 'https://clinic.example/events';

const listEventEndpoints = defineRoute(
  {
    method: 'get',
    path: '/api/admin/webhooks',
    id: 'listEventEndpoints',
    tag,
    summary: 'Addresses that events go to, without their secrets',
    who: reads,
    output: { 200: { description: 'Oldest first', schema: eventEndpointListDocument } },
    example: {},
  },
  async ({ context, organizationId, answer }) =>
    answer(200, { items: await context.eventEndpoints.list(organizationId) }),
);

const readEventEndpoint = defineRoute(
  {
    method: 'get',
    path: '/api/admin/webhooks/{id}',
    id: 'readEventEndpoint',
    tag,
    summary: 'One address that events go to',
    who: reads,
    params,
    output: { 200: { description: 'As it stands', schema: eventEndpointDocument } },
    refuses: ['NOT_FOUND'],
    example: { params: ENDPOINT },
  },
  async ({ context, organizationId, params: { id }, answer }) => {
    const endpoint = await context.eventEndpoints.find(organizationId, id);
    return endpoint === null ? unknownEndpoint() : answer(200, endpoint);
  },
);

const createEventEndpoint = defineRoute(
  {
    method: 'post',
    path: '/api/admin/webhooks',
    id: 'createEventEndpoint',
    tag,
    summary: 'Send events to an address; its secret is shown this once',
    description: 'By the Standard Webhooks specification. At least once, in order per ticket, for a day.',
    who: writes,
    body: createEventEndpointRequest,
    output: { 201: { description: 'With its secret', schema: eventEndpointCreatedDocument } },
    refuses: ['UNPROCESSABLE'],
    example: { body: { url: URL_EXAMPLE, types: ['optin.connected', 'message.action'] } },
  },
  async ({ context, organizationId, body, answer, note }) => {
    const result = await context.eventEndpoints.create(organizationId, body);
    if (result.status !== 'done') return refusalOf(result);
    const { id, url } = result.endpoint;
    await note({ action: 'webhook.created', target: id, details: { host: new URL(url).host } });
    return answer(201, result.endpoint);
  },
);

const changeEventEndpoint = defineRoute(
  {
    method: 'put',
    path: '/api/admin/webhooks/{id}',
    id: 'changeEventEndpoint',
    tag,
    summary: 'Change an address, its types, or whether it is used; what is left out stays',
    who: writes,
    params,
    body: eventEndpointChanges,
    output: { 200: { description: 'As it stands now', schema: eventEndpointDocument } },
    refuses: ['NOT_FOUND'],
    example: { params: ENDPOINT, body: { enabled: true } },
  },
  async ({ context, organizationId, params: { id }, body, answer, note }) => {
    const result = await context.eventEndpoints.change(organizationId, id, body);
    if (result.status !== 'done') return refusalOf(result);
    await note({ action: 'webhook.changed', target: id, details: { fields: Object.keys(body).join(' ') } });
    return answer(200, result.endpoint);
  },
);

const deleteEventEndpoint = defineRoute(
  {
    method: 'delete',
    path: '/api/admin/webhooks/{id}',
    id: 'deleteEventEndpoint',
    tag,
    summary: 'Send no more events to an address, and forget what it is owed',
    who: writes,
    params,
    output: { 204: { description: 'Deleted' } },
    refuses: ['NOT_FOUND'],
    example: { params: ENDPOINT },
  },
  async ({ context, organizationId, params: { id }, answer, note }) => {
    if (!(await context.eventEndpoints.delete(organizationId, id))) return unknownEndpoint();
    await note({ action: 'webhook.deleted', target: id });
    return answer(204);
  },
);

const rotateEventSecret = defineRoute(
  {
    method: 'post',
    path: '/api/admin/webhooks/{id}/rotate',
    id: 'rotateEventSecret',
    tag,
    summary: 'A new secret; the former one signs too for a while',
    who: writes,
    params,
    body: rotateEventSecretRequest,
    bodyKind: 'optional',
    output: { 201: { description: 'With the new secret', schema: eventEndpointCreatedDocument } },
    refuses: ['NOT_FOUND'],
    example: { params: ENDPOINT, body: { overlapHours: 24 } },
  },
  async ({ context, organizationId, params: { id }, body: { overlapHours }, answer, note }) => {
    const result = await context.eventEndpoints.rotate(organizationId, id, overlapHours);
    if (result.status !== 'done') return refusalOf(result);
    await note({
      action: 'webhook.rotated',
      target: id,
      details: { until: result.endpoint.formerSecretUntil ?? 'now' },
    });
    return answer(201, result.endpoint);
  },
);

const listEventDeliveries = defineRoute(
  {
    method: 'get',
    path: '/api/admin/webhooks/{id}/deliveries',
    id: 'listEventDeliveries',
    tag,
    summary: 'What has become of events at an address; dead letters by `status=dead`',
    who: reads,
    params,
    query: z.strictObject({ ...eventDeliveryFilter, ...paging }),
    output: { 200: { description: 'Newest first', schema: eventDeliveryPageDocument } },
    example: { params: ENDPOINT, query: { status: 'dead', limit: 50 } },
  },
  async ({ context, organizationId, params: { id }, query, answer }) => {
    const page = await readPage(
      'event-deliveries',
      query,
      (request) => context.eventEndpoints.deliveries(organizationId, { ...request, endpointId: id }),
      (item) => item,
    );
    return page instanceof Response ? page : answer(200, page);
  },
);

const replayEvents = defineRoute(
  {
    method: 'post',
    path: '/api/admin/webhooks/{id}/replay',
    id: 'replayEvents',
    tag,
    summary: 'Post one event again, or those of a range',
    description: 'Events keep their id. They are kept for thirty days, or as long as messages, if that is shorter.',
    who: writes,
    params,
    body: replayEventsRequest,
    output: { 202: { description: 'Due again', schema: eventsReplayedDocument } },
    refuses: ['NOT_FOUND'],
    example: { params: ENDPOINT, body: { since: '2026-11-24T06:00:00.000Z', which: 'dead' } },
  },
  async ({ context: { eventEndpoints }, organizationId, params: { id }, body, answer, note }) => {
    const { eventId, since, until, which = 'dead' } = body;
    if ((await eventEndpoints.find(organizationId, id)) === null) return unknownEndpoint();
    const range = { since: new Date(since ?? 0), until: until === undefined ? new Date() : new Date(until), which };
    const events = await (eventId === undefined
      ? eventEndpoints.replayRange(organizationId, id, range)
      : eventEndpoints.replayOne(organizationId, id, eventId));
    if (eventId !== undefined && events === 0) return problemResponse('NOT_FOUND', 'No event of this id is kept.');
    await note({ action: 'webhook.replayed', target: id, details: { events } });
    return answer(202, { events });
  },
);

const testEventEndpoint = defineRoute(
  {
    method: 'post',
    path: '/api/admin/webhooks/{id}/test',
    id: 'testEventEndpoint',
    tag,
    summary: 'Send an `account.alert` of the kind `test` to one address',
    who: writes,
    params,
    output: {
      202: { description: 'On its way; `listEventDeliveries` shows it', schema: z.object({ eventId: z.uuid() }) },
    },
    refuses: ['NOT_FOUND'],
    example: { params: ENDPOINT },
  },
  async ({ context: { eventEndpoints }, organizationId, params: { id }, answer, note }) => {
    if ((await eventEndpoints.find(organizationId, id)) === null) return unknownEndpoint();
    const eventId = await eventEndpoints.sendTest(organizationId, id);
    await note({ action: 'webhook.tested', target: id });
    return answer(202, { eventId });
  },
);

/** Where events go, and what has become of them. */
export const EVENT_ENDPOINT_ROUTES = [
  ...[listEventEndpoints, readEventEndpoint, createEventEndpoint, changeEventEndpoint, deleteEventEndpoint],
  ...[rotateEventSecret, listEventDeliveries, replayEvents, testEventEndpoint],
];

function refusalOf(result: Exclude<EndpointResult<never>, { status: 'done' }>): Response {
  switch (result.status) {
    case 'refused_url':
      return wrongField('url', result.why);
    case 'too_many':
      return wrongField('url', 'is one too many: an organization has at most twenty addresses.');
    case 'unknown':
      return unknownEndpoint();
  }
}

function unknownEndpoint(): Response {
  return problemResponse('NOT_FOUND', 'Events go to no address of this id.');
}

import { z } from '@hono/zod-openapi';
import { defineRoute } from '../define-route.js';
import { contactReference, rowId } from '../fields.js';
import { problemResponse } from '../problem-response.js';
import { staff } from '../who.js';
import { contactErasedDocument, contactExportDocument, revealedPhoneDocument } from './session-documents.js';

const revealPhone = defineRoute(
  {
    method: 'post',
    path: '/api/admin/contacts/{contactId}/reveal',
    id: 'revealPhone',
    tag: 'Staff',
    summary: 'The whole phone of a person; written to the audit log',
    who: staff('phones.reveal'),
    params: z.object({ contactId: rowId }),
    output: { 200: { description: 'The phone', schema: revealedPhoneDocument } },
    refuses: ['NOT_FOUND'],
    example: { params: { contactId: '01938f6e-0000-7000-8000-000000000004' } },
  },
  async ({ context, organizationId, params: { contactId }, answer, note }) => {
    const found = await context.contacts.phoneOf(organizationId, contactId);
    if (found === null) return problemResponse('NOT_FOUND', 'There is no such person.');
    await note({ action: 'phone.revealed', target: contactId });
    return answer(200, { contactId, phone: found.phone });
  },
);

const eraseContact = defineRoute(
  {
    method: 'delete',
    path: '/api/contacts/{phone}',
    id: 'eraseContact',
    tag: 'Staff',
    summary: 'Erase a person from every table',
    description:
      'By phone, by the id of a contact, or by a user id of WhatsApp; contacts that are linked to it are erased, too. Counts stay, and consents under a pseudonym that leads nowhere. A keyed hash of the phone stays too: nothing is sent to it until the person writes again.',
    who: staff('contacts.erase'),
    params: z.object({ phone: contactReference }),
    output: { 200: { description: 'What was erased', schema: contactErasedDocument } },
    refuses: ['NOT_FOUND', 'INVALID_PHONE_NUMBER'],
    example: { params: { phone: '+966500000000' } },
  },
  async ({ context, organizationId, params, answer, note }) => {
    const erased = await context.contacts.erase(organizationId, params.phone);
    if (erased === null) return problemResponse('NOT_FOUND', 'Nobody of this name is known here.');
    const rows = Object.values(erased.erased).reduce((sum, count) => sum + count, 0);
    await note({ action: 'contact.erased', target: erased.contactIds[0] ?? null, details: { rows } });
    context.live.nudge(organizationId);
    return answer(200, erased);
  },
);

const exportContact = defineRoute(
  {
    method: 'get',
    path: '/api/contacts/{phone}/export',
    id: 'exportContact',
    tag: 'Staff',
    summary: 'Everything held of a person, as JSON; written to the audit log',
    description: 'By phone, by the id of a contact, or by a user id of WhatsApp; of all linked contacts.',
    who: staff('data.export'),
    params: z.object({ phone: contactReference }),
    output: { 200: { description: 'The rows of each table', schema: contactExportDocument } },
    refuses: ['NOT_FOUND', 'INVALID_PHONE_NUMBER'],
    example: { params: { phone: '+966500000000' } },
  },
  async ({ context, organizationId, params, answer, note }) => {
    const found = await context.contacts.export(organizationId, params.phone);
    if (found === null) return problemResponse('NOT_FOUND', 'Nobody of this name is known here.');
    const rows = Object.values(found.tables).reduce((sum, of) => sum + of.length, 0);
    await note({ action: 'export.made', target: found.contactIds[0] ?? null, details: { rows, kind: 'person' } });
    const response = answer(200, found);
    response.headers.set('content-disposition', 'attachment; filename="person.json"');
    return response;
  },
);

/** One person: showing their phone, exporting them, and forgetting them. */
export const CONTACT_ROUTES = [revealPhone, exportContact, eraseContact];

import { createHash, randomBytes } from 'node:crypto';
import {
  closestLocale,
  createOptInCode,
  FINAL_OPT_IN_STATES,
  generateWhatsAppLink,
  getPrewrittenMessage,
  parseOptInCode,
  SUPPORTED_LOCALES,
  type ConsentStatement,
  type OptInStatus,
} from '@whatsapp-optin/sdk/contract';
import { v7 as uuidv7, validate as isUuid } from 'uuid';
import type { OrganizationStore } from '../organizations/organization.js';
import type { TicketService } from '../tickets/ticket.js';
import { createClientToken, hashClientToken, readClientToken } from './client-token.js';
import type { OptInService } from './opt-in-service.js';
import type { OptInChanges, OptInStore, StoredOptIn } from './opt-in-store.js';

export interface OptInServiceParts {
  store: OptInStore;
  organizations: OrganizationStore;
  tickets: TicketService;
  watch: OptInChanges;
  settings: { publicUrl: string; optInLifetimeMinutes: number };
}

export function createOptInService({
  store,
  organizations,
  tickets,
  watch,
  settings,
}: OptInServiceParts): OptInService {
  const find = async (optInId: string, clientToken: string): Promise<StoredOptIn | null> => {
    const token = readClientToken(clientToken);
    // An id that is no UUID would be refused by the database with an error.
    if (token === null || !isUuid(optInId)) return null;
    return store.find(token.organizationId, optInId, token.hash);
  };

  return {
    async create(organizationId, input) {
      const consent = input.consent ? withHash(input.consent) : null;
      if (consent === 'wrong_hash') return { status: 'wrong_consent_hash' };
      const organization = await organizations.find(organizationId);
      if (!organization?.whatsappEnabled || organization.whatsappNumber === null)
        return { status: 'whatsapp_disabled' };
      const ticket = input.boundTicketId === null ? null : await tickets.find(organizationId, input.boundTicketId);
      if (input.boundTicketId !== null && ticket === null) return { status: 'unknown_ticket' };

      const companyNumber = organization.whatsappNumber;
      const ticketNumber = ticket?.number ?? input.ticketNumber;
      const locale =
        closestLocale(
          [input.locale, ticket?.locale, organization.defaultLocale].filter((tag) => typeof tag === 'string'),
          SUPPORTED_LOCALES,
        ) ?? 'en';
      const wordingOf = wordingFor(organization.name, ticketNumber, input.messageStyle ?? organization.messageStyle);
      const code = createOptInCode((length) => randomBytes(length));
      const message = wordingOf.text(locale, code);
      const clientToken = createClientToken(organizationId);
      const id = uuidv7();
      const { expiresAt } = await store.insert({
        organizationId,
        id,
        code,
        clientTokenHash: hashClientToken(clientToken),
        ticketId: ticket?.id ?? null,
        ticketNumber,
        messageStyle: wordingOf.style,
        locale,
        pageUrl: input.pageUrl,
        pageOrigin: input.pageOrigin ?? null,
        businessNumber: companyNumber,
        wording: wordingOf.text(locale, null),
        lifetimeMinutes: settings.optInLifetimeMinutes,
        consent,
      });
      return {
        status: 'created',
        optIn: {
          id,
          clientToken,
          code,
          message,
          companyNumber,
          organizationName: organization.name,
          links: {
            universal: generateWhatsAppLink(companyNumber, message, { target: 'universal' }),
            app: generateWhatsAppLink(companyNumber, message, { target: 'app' }),
            web: generateWhatsAppLink(companyNumber, message, { target: 'web' }),
            short: `${settings.publicUrl}/o/${code}`,
          },
          state: 'idle',
          expiresAt: expiresAt.toISOString(),
        },
      };
    },

    async read(optInId, clientToken) {
      const optIn = await find(optInId, clientToken);
      return optIn === null ? null : toStatus(optIn);
    },

    async *watch(optInId, clientToken, signal) {
      const first = await find(optInId, clientToken);
      if (first === null) return;
      for await (const optIn of watch.follow(first, signal)) {
        yield toStatus(optIn);
        if (FINAL_OPT_IN_STATES.some((state) => state === optIn.state)) return;
      }
    },

    async recordEvent(optInId, clientToken, type) {
      const optIn = await find(optInId, clientToken);
      if (optIn === null) return false;
      await store.recordEvent(optIn.organizationId, optInId, type);
      return true;
    },

    async resolveShortLink(text) {
      const code = parseOptInCode(text);
      const optIn = code === null ? null : await store.findByCode(code);
      if (code === null || optIn === null) return { status: 'unknown' };
      if (optIn.state !== 'idle' && optIn.state !== 'waiting') return { status: 'gone' };
      const organization = await organizations.find(optIn.organizationId);
      if (!organization?.whatsappEnabled) return { status: 'gone' };
      const message = wordingFor(organization.name, optIn.ticketNumber, optIn.messageStyle).text(optIn.locale, code);
      return { status: 'open', phone: optIn.businessNumber, message };
    },

    async authorize(optInId, clientToken) {
      const optIn = await find(optInId, clientToken);
      return optIn === null ? null : { organizationId: optIn.organizationId, ticketId: optIn.ticketId };
    },
  };
}

/** With our own hash where a page without https could make none. A wrong one would prove nothing. */
function withHash(consent: ConsentStatement): Required<ConsentStatement> | 'wrong_hash' {
  const hash = createHash('sha256').update(consent.text).digest('hex');
  return consent.hash !== undefined && consent.hash.toLowerCase() !== hash ? 'wrong_hash' : { ...consent, hash };
}

type Style = NonNullable<Parameters<typeof getPrewrittenMessage>[0]['messageStyle']>;

/** A style that names a ticket is of no use where there is none: then the plain one serves. */
function wordingFor(organizationName: string, ticketNumber: string | null, wanted: Style) {
  const style: Style = ticketNumber === null && !['simple', 'generic'].includes(wanted) ? 'simple' : wanted;
  return {
    style,
    text: (locale: string, code: string | null): string =>
      getPrewrittenMessage(
        { name: organizationName, messageStyle: style },
        { number: ticketNumber ?? '' },
        { locale, ...(code !== null && { code }) },
      ),
  };
}

function toStatus(optIn: StoredOptIn): OptInStatus {
  return {
    id: optIn.id,
    state: optIn.state,
    expiresAt: optIn.expiresAt.toISOString(),
    ...(optIn.sessionExpiresAt !== null && { sessionExpiresAt: optIn.sessionExpiresAt.toISOString() }),
  };
}

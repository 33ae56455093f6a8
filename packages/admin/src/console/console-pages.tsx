import type { StaffScope } from '@whatsapp-optin/sdk/contract';
import { lazy, type ReactNode } from 'react';
import type { AdminIconName } from '../controls/icon.js';
import type { WordKey } from '../words/catalogue.js';
import { PAGE_FILES } from './page-files.js';

const SessionsDashboard = lazy(PAGE_FILES.sessions);
const QueuePanel = lazy(PAGE_FILES.queue);
const InboxPanel = lazy(PAGE_FILES.inbox);
const DeliveryDashboard = lazy(PAGE_FILES.deliveries);
const ComplianceDashboard = lazy(PAGE_FILES.compliance);
const ErasePerson = lazy(PAGE_FILES.erase);
const AuditLog = lazy(PAGE_FILES.audit);
const OrganizationSettings = lazy(PAGE_FILES.settings);
const SmsSettings = lazy(PAGE_FILES.sms);
const RetentionSettings = lazy(PAGE_FILES.retention);
const EventEndpoints = lazy(PAGE_FILES.events);
const AdminKeys = lazy(PAGE_FILES.keys);
const CustomerPage = lazy(PAGE_FILES.customers);

export interface ConsolePage {
  /** Last part of its address. */
  name: string;
  word: WordKey;
  icon: AdminIconName;
  /** Who may not see it is not offered it. */
  scope: StaffScope;
  /** @param query - of the page's address. @param part - of the address after the page's name; `''` without one. */
  content: (query: URLSearchParams, part: string) => ReactNode;
}

export interface PageGroup {
  word: WordKey;
  pages: readonly ConsolePage[];
}

/** No page of the navigation: names lead to it. */
export const CUSTOMER_PAGE: ConsolePage = {
  name: 'customers',
  word: 'customer.heading',
  icon: 'person',
  scope: 'messages.read',
  content: (_query, contactId) => <CustomerPage contactId={contactId} />,
};

/** In the order of the navigation; the first page is where one arrives. */
export const PAGE_GROUPS: readonly PageGroup[] = [
  {
    word: 'console.activity',
    pages: [
      {
        name: 'sessions',
        word: 'sessions.heading',
        icon: 'session',
        scope: 'sessions.read',
        content: (query) => <SessionsDashboard search={query.get('search') ?? ''} />,
      },
      {
        name: 'queue',
        word: 'queue.heading',
        icon: 'ticket',
        scope: 'sessions.read',
        content: () => <QueuePanel />,
      },
      {
        name: 'inbox',
        word: 'inbox.heading',
        icon: 'inbox',
        scope: 'messages.read',
        content: () => <InboxPanel />,
      },
      {
        name: 'deliveries',
        word: 'deliveries.heading',
        icon: 'send',
        scope: 'notifications.read',
        content: () => <DeliveryDashboard />,
      },
    ],
  },
  {
    word: 'console.trust',
    pages: [
      {
        name: 'compliance',
        word: 'compliance.heading',
        icon: 'shield',
        scope: 'compliance.read',
        content: () => <ComplianceDashboard />,
      },
      {
        name: 'erase',
        word: 'erase.heading',
        icon: 'file',
        scope: 'contacts.erase',
        content: () => <ErasePerson />,
      },
      {
        name: 'audit',
        word: 'audit.heading',
        icon: 'list',
        scope: 'audit.read',
        content: () => <AuditLog />,
      },
    ],
  },
  {
    word: 'console.settings',
    pages: [
      {
        name: 'settings',
        word: 'settings.heading',
        icon: 'sliders',
        scope: 'settings.read',
        content: () => <OrganizationSettings />,
      },
      { name: 'sms', word: 'sms.heading', icon: 'sms', scope: 'settings.read', content: () => <SmsSettings /> },
      {
        name: 'retention',
        word: 'retention.heading',
        icon: 'clock',
        scope: 'settings.read',
        content: () => <RetentionSettings />,
      },
      {
        name: 'events',
        word: 'events.heading',
        icon: 'bolt',
        scope: 'settings.read',
        content: () => <EventEndpoints />,
      },
      { name: 'keys', word: 'keys.heading', icon: 'key', scope: 'keys.write', content: () => <AdminKeys /> },
    ],
  },
];

/** The file of each page of the console, by the last part of its address. It loads with the page. */
export const PAGE_FILES = {
  sessions: () =>
    import('../sessions/sessions-dashboard.js').then(({ SessionsDashboard }) => ({ default: SessionsDashboard })),
  queue: () => import('../queue/queue-panel.js').then(({ QueuePanel }) => ({ default: QueuePanel })),
  inbox: () => import('../inbox/inbox-panel.js').then(({ InboxPanel }) => ({ default: InboxPanel })),
  deliveries: () =>
    import('../deliveries/delivery-dashboard.js').then(({ DeliveryDashboard }) => ({ default: DeliveryDashboard })),
  compliance: () =>
    import('../compliance/compliance-dashboard.js').then(({ ComplianceDashboard }) => ({
      default: ComplianceDashboard,
    })),
  erase: () => import('../staff/erase-person.js').then(({ ErasePerson }) => ({ default: ErasePerson })),
  audit: () => import('../staff/audit-log.js').then(({ AuditLog }) => ({ default: AuditLog })),
  settings: () =>
    import('../organization/organization-settings.js').then(({ OrganizationSettings }) => ({
      default: OrganizationSettings,
    })),
  sms: () => import('../sms/sms-settings.js').then(({ SmsSettings }) => ({ default: SmsSettings })),
  retention: () =>
    import('../organization/retention-settings.js').then(({ RetentionSettings }) => ({ default: RetentionSettings })),
  events: () => import('../events/event-endpoints.js').then(({ EventEndpoints }) => ({ default: EventEndpoints })),
  keys: () => import('../staff/admin-keys.js').then(({ AdminKeys }) => ({ default: AdminKeys })),
  customers: () => import('../customers/customer-page.js').then(({ CustomerPage }) => ({ default: CustomerPage })),
};

/** The page of `/admin` itself. */
const FIRST_PAGE = 'sessions';

/**
 * Asks for the file of a page before the console is there to ask. What fails here, the console asks for again.
 *
 * @param pathname - address of the page: `/admin/queue`
 * @param basePath - of the console: `/admin`
 */
export function preloadAdminPage(pathname: string, basePath: string): void {
  const name = pathname.slice(basePath.length + 1).split('/')[0] || FIRST_PAGE;
  const load = Object.entries(PAGE_FILES).find(([one]) => one === name)?.[1];
  void load?.().catch(() => {});
}

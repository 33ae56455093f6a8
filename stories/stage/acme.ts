/** The clinic of all stories. */
export const ACME = { organizationName: 'Acme Clinic', phone: '+966500000000', ticketNumber: 'A001' } as const;

/** SQL: the ids of all contacts of one person. Empty where `contact` is null. */
export const contactsOfSql = (organization: string, contact: string): string =>
  `whatsapp_optin.contacts_of_v1(${organization}, ${contact})`;

/** SQL, for a FROM clause: the person's open session at a business number that lasts longest, named `session`. */
export const OPEN_SESSION = (organization: string, contact: string, businessNumber: string, margin: string): string => `
LATERAL (
    SELECT session.* FROM ${contactsOfSql(organization, contact)} AS member (id)
    JOIN whatsapp_optin.whatsapp_sessions AS session
      ON session.organization_id = ${organization} AND session.contact_id = member.id
     AND session.business_number = ${businessNumber}
    WHERE session.ended_at IS NULL AND session.expires_at > clock_timestamp() + make_interval(secs => ${margin})
    ORDER BY session.expires_at DESC LIMIT 1
  ) AS session`;

/** Storage key of the dismissals. The first card needs the key, but not the rules in `dismissal.ts`. */
export const DISMISSAL_KEY = 'whatsapp-optin:dismissed';

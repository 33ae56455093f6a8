/** Under which a browser keeps the dismissals. Apart from their rules, which a first paint does without. */
export const DISMISSAL_KEY = 'whatsapp-optin:dismissed';

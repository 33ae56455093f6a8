/** Twilio's API, for WhatsApp and SMS alike. */
export const TWILIO_BASE_URL = 'https://api.twilio.com';

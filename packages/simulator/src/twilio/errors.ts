type HttpStatus = 400 | 401 | 404 | 429 | 500;

export interface TwilioError {
  status: HttpStatus;
  code: number;
  message: string;
}

/** Documented refusals of a send: https://www.twilio.com/docs/api/errors */
const REFUSALS: Readonly<Record<number, [status: HttpStatus, message: string]>> = {
  20003: [401, 'Authenticate'],
  20404: [404, 'The requested resource was not found'],
  20429: [429, 'Too Many Requests'],
  20500: [500, 'Internal Server Error'],
  21211: [400, "The 'To' number is not a valid phone number."],
  21212: [400, "The 'From' number is not a valid phone number."],
  21408: [400, "Permission to send an SMS has not been enabled for the region indicated by the 'To' number."],
  21602: [400, 'Message body is required.'],
  21603: [400, "A 'From' phone number is required."],
  21604: [400, "A 'To' phone number is required."],
  21606: [400, "The 'From' number is not a valid, message-capable Twilio phone number."],
  21610: [400, 'Attempt to send to unsubscribed recipient'],
  21611: [429, "This 'From' number has exceeded the maximum number of queued messages"],
  21614: [400, "'To' number is not a valid mobile number"],
  21617: [400, 'The concatenated message body exceeds the 1600 character limit.'],
  63003: [400, 'Channel could not find To address'],
  63007: [400, 'Twilio could not find a Channel with the specified From address'],
};

/** Faults that come later, by status callback. */
const FAULTS: Readonly<Record<number, string>> = {
  21610: 'Attempt to send to unsubscribed recipient',
  30003: 'Unreachable destination handset',
  30004: 'Message blocked',
  30005: 'Unknown destination handset',
  30006: 'Landline or unreachable carrier',
  30007: 'Carrier violation',
  30008: 'Unknown error',
  63003: 'Channel could not find To address',
  63013: 'Violation of Channel provider policy',
  63014: 'Recipient has blocked the sender',
  63016: 'Failed to send freeform message because you are outside the allowed window.',
  63018: 'Rate limit exceeded for Channel',
  63024: 'Invalid message recipient',
  63032: 'Message not delivered to this person',
  63033: 'Recipient has opted out',
  63038: 'Account exceeded the daily messages limit',
};

/** A code that is not documented comes with 400. */
export function twilioRefusal(code: number): TwilioError {
  const [status, message] = REFUSALS[code] ?? [400, FAULTS[code] ?? 'Unknown error'];
  return { status, code, message };
}

export function faultMessage(code: number): string {
  return FAULTS[code] ?? REFUSALS[code]?.[1] ?? 'Unknown error';
}

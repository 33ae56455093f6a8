import { createHmac } from 'node:crypto';
import type { InboundText } from '../phone/inbound-message.js';
import { userIdOf } from '../phone/person.js';
import type { WebhookPost } from '../webhook/courier.js';

/** One account, and its numbers. */
export interface TwilioAccount {
  /** `AC` and 32 hex digits; API paths name it. */
  accountSid: string;
  /** Signs the webhooks, too. */
  authToken: string;
  /** E.164 of the WhatsApp sender. @default '+966500000000' */
  whatsappNumber?: string | undefined;
}

/** What each call to the API must carry. */
export function basicAuthorization({ accountSid, authToken }: TwilioAccount): string {
  return `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
}

/** `X-Twilio-Signature`: the URL, then the names and values of the form in order of the names. */
export function twilioSignature(authToken: string, url: string, form: Readonly<Record<string, string>>): string {
  const fields = Object.keys(form)
    .sort()
    .map((name) => `${name}${form[name] ?? ''}`)
    .join('');
  return createHmac('sha1', authToken)
    .update(url + fields)
    .digest('base64');
}

export function twilioPost(
  about: Pick<WebhookPost, 'eventType' | 'messageId' | 'phone'>,
  form: Readonly<Record<string, string>>,
  { account, url }: { account: TwilioAccount; url: () => string | null },
): WebhookPost {
  return {
    vendor: 'twilio',
    ...about,
    request() {
      const address = url();
      if (address === null) return null;
      return {
        url: new URL(address),
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'x-twilio-signature': twilioSignature(account.authToken, address, form),
        },
        body: new URLSearchParams(form).toString(),
      };
    },
  };
}

function common(messageId: string, { accountSid }: TwilioAccount): Record<string, string> {
  return {
    SmsMessageSid: messageId,
    SmsSid: messageId,
    SmsStatus: 'received',
    MessageSid: messageId,
    AccountSid: accountSid,
    NumMedia: '0',
    NumSegments: '1',
    ApiVersion: '2010-04-01',
  };
}

export function twilioWhatsAppForm(
  { messageId, from, to, text, payload, name, hidesPhone }: InboundText,
  account: TwilioAccount,
): Record<string, string> {
  const userId = userIdOf(from);
  return {
    ...common(messageId, account),
    From: `whatsapp:${hidesPhone ? userId : from}`,
    To: `whatsapp:${to}`,
    Body: text,
    ProfileName: name,
    ...(!hidesPhone && { WaId: from.slice(1) }),
    ExternalUserId: `whatsapp:${userId}`,
    MessageType: payload === undefined ? 'text' : 'button',
    ...(payload !== undefined && { ButtonPayload: payload, ButtonText: text }),
  };
}

export function twilioSmsForm(
  { messageId, from, to, text }: Pick<InboundText, 'messageId' | 'from' | 'to' | 'text'>,
  account: TwilioAccount,
): Record<string, string> {
  return { ...common(messageId, account), From: from, To: to, Body: text, ToCountry: 'US', FromCountry: 'SA' };
}

/** Callbacks carry neither a time nor a price. */
export function twilioStatusForm(
  input: { messageId: string; status: string; from: string; to: string; errorCode?: { code: number; message: string } },
  { accountSid }: TwilioAccount,
): Record<string, string> {
  const { messageId, status, from, to, errorCode } = input;
  return {
    SmsSid: messageId,
    SmsStatus: status,
    MessageStatus: status,
    MessageSid: messageId,
    AccountSid: accountSid,
    From: from,
    To: to,
    ApiVersion: '2010-04-01',
    ...(from.startsWith('whatsapp:') && { ChannelPrefix: 'whatsapp' }),
    ...(errorCode && { ErrorCode: String(errorCode.code), ErrorMessage: errorCode.message }),
  };
}

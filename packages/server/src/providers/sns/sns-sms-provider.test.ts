import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FailureAction } from '../send-outcome.js';
import {
  answer,
  closedPort,
  startVendorServer,
  type VendorBehaviour,
  type VendorServer,
} from '../testing/vendor-server.js';
import { createSnsSmsProvider, type SnsSmsProviderInput } from './sns-sms-provider.js';

const SMS = {
  to: '+966500000001',
  text: 'التذكرة A001: حان دورك 😊',
  correlationId: 'attempt-1',
  organizationId: 'clinic',
};

let vendor: VendorServer;
beforeAll(async () => {
  vendor = await startVendorServer();
});
afterAll(() => vendor[Symbol.asyncDispose]());

function provider(input: Partial<SnsSmsProviderInput> = {}) {
  return createSnsSmsProvider({
    region: 'me-central-1',
    endpoint: vendor.baseUrl,
    credentials: { accessKeyId: 'placeholder', secretAccessKey: 'placeholder' },
    now: () => Date.parse('2026-11-24T10:00:00Z'),
    ...input,
  });
}

function fixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}.xml`, import.meta.url), 'utf8');
}

function xml(httpStatus: number, name: string, headers: Record<string, string> = {}): VendorBehaviour {
  return answer(httpStatus, fixture(name), { 'content-type': 'text/xml', ...headers });
}

function send(behaviour: VendorBehaviour, input: Partial<SnsSmsProviderInput> = {}) {
  vendor.behave(behaviour);
  return provider(input).sendSms(SMS);
}

describe('a send', () => {
  it('is published to the phone, as transactional, once', async () => {
    const before = vendor.received.length;
    expect(await send(xml(200, 'published'))).toEqual({
      status: 'accepted',
      providerMessageId: '94f20ce6-13c5-43a0-9a9e-ca52d816e90b',
    });
    expect(vendor.received.length).toBe(before + 1);
    const form = Object.fromEntries(new URLSearchParams(vendor.received.at(-1)?.body));
    expect(form).toMatchObject({
      Action: 'Publish',
      PhoneNumber: SMS.to,
      Message: SMS.text,
      'MessageAttributes.entry.1.Name': 'AWS.SNS.SMS.SMSType',
      'MessageAttributes.entry.1.Value.StringValue': 'Transactional',
    });
    expect(form['MessageAttributes.entry.2.Name']).toBeUndefined();
    expect(vendor.received.at(-1)?.headers.authorization).toContain('/me-central-1/sns/aws4_request');
  });

  it.each([
    ['AcmeClinic', 'AWS.SNS.SMS.SenderID'],
    ['+15005550006', 'AWS.MM.SMS.OriginationNumber'],
  ])('comes from %s, and names its limit', async (senderId, attribute) => {
    await send(xml(200, 'published'), { senderId, maxPriceUsd: '0.20' });
    const body = new URLSearchParams(vendor.received.at(-1)?.body);
    const values = [2, 3].map((entry) => [
      body.get(`MessageAttributes.entry.${entry}.Name`),
      body.get(`MessageAttributes.entry.${entry}.Value.DataType`),
      body.get(`MessageAttributes.entry.${entry}.Value.StringValue`),
    ]);
    expect(values).toEqual([
      [attribute, 'String', senderId],
      ['AWS.SNS.SMS.MaxPrice', 'Number', '0.20'],
    ]);
  });
});

describe('a refusal', () => {
  it.each<[number, string, FailureAction, string]>([
    [400, 'invalid-phone-number', 'unreachable', 'InvalidParameter'],
    [400, 'invalid-text', 'bug', 'InvalidParameter'],
    [403, 'authorization-error', 'bad_credentials', 'AuthorizationError'],
    [403, 'invalid-client-token', 'bad_credentials', 'InvalidClientTokenId'],
    [400, 'opted-out', 'opt_out', 'OptedOut'],
    [400, 'kms-disabled', 'bad_credentials', 'KMSDisabled'],
  ])('%i %s', async (httpStatus, name, action, errorCode) => {
    const outcome = await send(xml(httpStatus, name));
    expect(outcome).toEqual({ status: 'failed', failure: { action, retryAfterMs: null, errorCode } });
  });

  it.each<[number, string, Record<string, string>, number, string]>([
    [429, 'throttled', {}, 30_000, 'Throttled'],
    [429, 'throttled', { 'retry-after': '3' }, 3_000, 'Throttled'],
    [500, 'internal-error', {}, 30_000, 'InternalError'],
  ])('%i %s with %j may be tried again, and is not here', async (...row) => {
    const [httpStatus, name, headers, retryAfterMs, errorCode] = row;
    const before = vendor.received.length;
    const outcome = await send(xml(httpStatus, name, headers));
    expect(outcome).toEqual({ status: 'failed', failure: { action: 'retry', retryAfterMs, errorCode } });
    expect(vendor.received.length).toBe(before + 1);
  });
});

describe('a send without an answer', () => {
  it('may be tried again where no connection stood', async () => {
    const outcome = await provider({ endpoint: `http://127.0.0.1:${await closedPort()}` }).sendSms(SMS);
    expect(outcome).toMatchObject({ status: 'failed', failure: { action: 'retry', errorCode: 'network' } });
  });

  it.each<[string, VendorBehaviour, string]>([
    ['the connection breaks', (_response, socket) => socket.destroy(), 'connection_lost'],
    ['the answer is a page', answer(200, '<html>'), 'unreadable_answer'],
    ['a gateway gave up waiting', answer(504, ''), 'http_504'],
  ])('is unknown where %s', async (_name, behaviour, errorCode) => {
    expect(await send(behaviour)).toEqual({ status: 'unknown', errorCode });
  });

  it('is unknown after the deadline', async () => {
    expect(await send(() => undefined, { deadlineMs: 50 })).toEqual({ status: 'unknown', errorCode: 'timeout' });
  });
});

describe('what SNS cannot do', () => {
  it('is to call back, or to give a price', () => {
    expect([provider().webhook, provider().fetchPrice]).toEqual([undefined, undefined]);
  });
});

describe('diagnose', () => {
  const NS = 'xmlns="http://sns.amazonaws.com/doc/2010-03-31/"';
  const sandbox = (isIn: boolean) =>
    `<GetSMSSandboxAccountStatusResponse ${NS}><GetSMSSandboxAccountStatusResult><IsInSandbox>${isIn}</IsInSandbox></GetSMSSandboxAccountStatusResult></GetSMSSandboxAccountStatusResponse>`;
  const spend = `<GetSMSAttributesResponse ${NS}><GetSMSAttributesResult><attributes><entry><key>MonthlySpendLimit</key><value>50</value></entry></attributes></GetSMSAttributesResult></GetSMSAttributesResponse>`;

  it.each([
    [true, ['problem', 'ok']],
    [false, ['ok', 'ok']],
  ])('says whether the account is in the sandbox: %s', async (isIn, levels) => {
    vendor.behave((response) => {
      const action = new URLSearchParams(vendor.received.at(-1)?.body).get('Action');
      response.end(action === 'GetSMSAttributes' ? spend : sandbox(isIn));
    });
    expect((await provider().diagnose?.())?.map(({ level }) => level)).toEqual(levels);
  });

  it('warns where it may not ask', async () => {
    vendor.behave(xml(403, 'authorization-error'));
    const findings = await provider().diagnose?.();
    expect(findings).toMatchObject([{ level: 'warning' }, { level: 'warning' }]);
    expect(JSON.stringify(findings)).not.toContain('arn:');
  });
});

import { describe, expect, it } from 'vitest';
import type { FailureAction } from '../send-outcome.js';
import { failureOfCode, failureOfStatus, readErrorCode, readWebhookFailure } from './errors.js';

describe('failureOfCode', () => {
  it.each<[number, FailureAction]>([
    [131047, 'close_session'],
    [131050, 'opt_out'],
    [131026, 'unreachable'],
    [131021, 'unreachable'],
    [131048, 'pause_channel'],
    [368, 'pause_channel'],
    [131031, 'pause_channel'],
    [131042, 'pause_channel'],
    [130497, 'unreachable'],
    [0, 'bad_credentials'],
    [3, 'bad_credentials'],
    [10, 'bad_credentials'],
    [190, 'bad_credentials'],
    [200, 'bad_credentials'],
    [299, 'bad_credentials'],
    [131005, 'bad_credentials'],
    [131049, 'next_tier'],
    [130472, 'next_tier'],
    [131062, 'next_tier'],
    [131008, 'next_tier'],
    [131009, 'bug'],
    [131051, 'bug'],
    [100, 'bug'],
    [33, 'bug'],
    [300, 'next_tier'],
    [199, 'next_tier'],
    [999999, 'next_tier'],
  ])('%i means %s, and no further try', (code, action) => {
    expect(failureOfCode(code, 1_000)).toEqual({ action, retryAfterMs: null, errorCode: String(code) });
  });

  it.each([
    [131056, 6_000],
    [130429, 5_000],
    [4, 60_000],
    [613, 60_000],
    [80007, 60_000],
    [133016, 60_000],
    [131000, 10_000],
    [131016, 10_000],
    [131057, 60_000],
  ])('%i may be tried again after %i ms, or after what Meta asks for', (code, retryAfterMs) => {
    expect(failureOfCode(code)).toEqual({ action: 'retry', retryAfterMs, errorCode: String(code) });
    expect(failureOfCode(code, 1_000)).toMatchObject({ action: 'retry', retryAfterMs: 1_000 });
  });
});

describe('readErrorCode', () => {
  it.each<[unknown, number | null]>([
    [{ code: 131047 }, 131047],
    [{ code: '131047', title: 'Re-engagement message' }, 131047],
    [{ code: 0 }, 0],
    [{ code: -1 }, null],
    [{ code: 1.5 }, null],
    [{ code: 'constructor' }, null],
    [{ code: null }, null],
    [{}, null],
    [[131047], null],
    ['131047', null],
    [null, null],
  ])('%j is %j', (error, code) => {
    expect(readErrorCode(error)).toBe(code);
  });
});

describe('readWebhookFailure', () => {
  it('reads an error that is a code and a title', () => {
    expect(readWebhookFailure({ code: 131026, title: 'Message Undeliverable' })).toEqual({
      action: 'unreachable',
      retryAfterMs: null,
      errorCode: '131026',
    });
  });

  it('says nothing of an error without a code', () => {
    expect(readWebhookFailure({ title: 'Something went wrong' })).toBeNull();
  });
});

describe('failureOfStatus', () => {
  it.each<[number, FailureAction | undefined]>([
    [200, undefined],
    [302, 'next_tier'],
    [400, 'next_tier'],
    [401, 'bad_credentials'],
    [403, 'bad_credentials'],
    [404, 'next_tier'],
    [429, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
  ])('%i without a code means %s', (httpStatus, action) => {
    expect(failureOfStatus(httpStatus, null)?.action).toBe(action);
  });
});

import { describe, expect, it } from 'vitest';
import { tapPayload } from '../providers/message-action.js';
import { readTap } from './message-tap.js';

const ATTEMPT = '018f3c1e-0000-7000-8000-000000000000';

describe('readTap', () => {
  it('reads the payload that our button carries', () => {
    const payload = tapPayload(ATTEMPT, 'more_time');
    expect(readTap({ text: '10 more minutes', payload }, null)).toEqual({ attemptId: ATTEMPT, action: 'more_time' });
  });

  it.each(['tap:1:leave', `tap:${ATTEMPT}:fly`, `tap:${ATTEMPT}`, `x tap:${ATTEMPT}:leave`, 'constructor', ''])(
    'reads nothing in the payload %j',
    (payload) => {
      expect(readTap({ text: 'Leave the queue', payload }, null)).toBeNull();
    },
  );

  it.each([
    ['2', 2],
    [' ٢ ', 2],
    ['۳', 3],
    ['१', 1],
    ['2.', 2],
    ['(3)', 3],
    ['1️⃣', 1],
  ])('reads the number alone in %j', (text, number) => {
    expect(readTap({ text }, null)).toEqual({ number });
  });

  it.each(['0', '4', '12', '1 2', 'number 2', '2 minutes', 'A1', ''])('reads no number in %j', (text) => {
    expect(readTap({ text }, null)).toBeNull();
  });

  it('leaves a STOP, an edit and an SMS what they are', () => {
    const payload = tapPayload(ATTEMPT, 'leave');
    expect(readTap({ text: 'STOP', payload }, 'stop')).toBeNull();
    expect(readTap({ text: '1', opensWindow: false }, null)).toBeNull();
    expect(readTap({ text: '1', channel: 'sms' }, null)).toBeNull();
  });
});

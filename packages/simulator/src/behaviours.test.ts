import { describe, expect, it } from 'vitest';
import { createBehaviours } from './behaviours.js';

describe('createBehaviours', () => {
  it('accepts everything until a rule says otherwise', () => {
    expect(createBehaviours().take('ultramsg', '+966501234567').mode).toBe('accept');
  });

  it('prefers the rule of the recipient to the general one', () => {
    const behaviours = createBehaviours();
    behaviours.set('ultramsg', { mode: 'server_error' });
    behaviours.set('ultramsg', { mode: 'queued' }, '+966501234567');
    expect(behaviours.take('ultramsg', '+966501234567').mode).toBe('queued');
    expect(behaviours.take('ultramsg', '+966500000001').mode).toBe('server_error');
  });

  it('forgets a rule after the given number of requests', () => {
    const behaviours = createBehaviours();
    behaviours.set('twilio', { mode: 'rate_limited', times: 2 });
    const modes = [1, 2, 3].map(() => behaviours.take('twilio', '+966501234567').mode);
    expect(modes).toEqual(['rate_limited', 'rate_limited', 'accept']);
  });

  it('keeps the vendors apart', () => {
    const behaviours = createBehaviours();
    behaviours.set('push', { mode: 'gone' });
    expect(behaviours.take('twilio', '+966501234567').mode).toBe('accept');
  });

  it('refuses a mode that the vendor does not have', () => {
    expect(() => createBehaviours().set('twilio', { mode: 'gone' as 'cut' })).toThrow('"gone" is not a mode of twilio');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPT_IN_STATES, type OptInState } from '../contract/opt-in-state.js';
import { transition, type OptInTransitionEvent } from './opt-in-transition.js';

const EVENTS: Record<string, OptInTransitionEvent> = {
  opened: { type: 'opened' },
  lapsed: { type: 'lapsed' },
  declined: { type: 'declined' },
  failed: { type: 'failed' },
  restarted: { type: 'restarted' },
  'reported idle': { type: 'reported', state: 'idle' },
  'reported waiting': { type: 'reported', state: 'waiting' },
  'reported connected': { type: 'reported', state: 'connected' },
  'reported expired': { type: 'reported', state: 'expired' },
};

/** The next state by event; an event that is not listed changes nothing. */
const TABLE: Record<OptInState, Record<string, OptInState>> = {
  idle: {
    opened: 'waiting',
    lapsed: 'expired',
    declined: 'declined',
    failed: 'failed',
    'reported waiting': 'waiting',
    'reported connected': 'connected',
    'reported expired': 'expired',
  },
  waiting: {
    lapsed: 'expired',
    declined: 'declined',
    failed: 'failed',
    restarted: 'idle',
    'reported connected': 'connected',
    'reported expired': 'expired',
  },
  connected: { restarted: 'idle' },
  expired: { restarted: 'idle' },
  declined: { restarted: 'idle' },
  failed: { restarted: 'idle', declined: 'declined' },
};

describe('transition', () => {
  for (const state of OPT_IN_STATES) {
    it.each(Object.keys(EVENTS))(`from ${state}, when it is %s`, (name) => {
      const event = EVENTS[name];
      expect(event && transition(state, event)).toBe(TABLE[state][name] ?? state);
    });
  }

  it('leaves connected and every end by a restart alone', () => {
    const event = fc.constantFrom(...Object.values(EVENTS)).filter(({ type }) => type !== 'restarted');
    fc.assert(
      fc.property(fc.constantFrom('connected', 'expired', 'declined' as const), fc.array(event), (state, events) => {
        expect(events.reduce<OptInState>(transition, state)).toBe(state);
      }),
    );
  });
});

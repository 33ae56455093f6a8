import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPT_IN_STATES, type OptInState } from '../contract/opt-in-state.js';
import { transition, type OptInHappening } from './opt-in-transition.js';

const HAPPENINGS: Record<string, OptInHappening> = {
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

/** What follows each state; a happening that is not listed changes nothing. */
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
    it.each(Object.keys(HAPPENINGS))(`from ${state}, when it is %s`, (name) => {
      const happening = HAPPENINGS[name];
      expect(happening && transition(state, happening)).toBe(TABLE[state][name] ?? state);
    });
  }

  it('leaves connected and every end by a restart alone', () => {
    const happening = fc.constantFrom(...Object.values(HAPPENINGS)).filter(({ type }) => type !== 'restarted');
    fc.assert(
      fc.property(
        fc.constantFrom('connected', 'expired', 'declined' as const),
        fc.array(happening),
        (state, happenings) => {
          expect(happenings.reduce<OptInState>(transition, state)).toBe(state);
        },
      ),
    );
  });
});

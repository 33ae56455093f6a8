import type { OptInState } from '../contract/opt-in-state.js';

/** Events that may move the state. `reported`: the state on the server. `lapsed`: the code ran out unused. */
export type OptInTransitionEvent =
  | { type: 'opened' }
  | { type: 'reported'; state: OptInState }
  | { type: 'lapsed' }
  | { type: 'declined' }
  | { type: 'failed' }
  | { type: 'restarted' };

/** @returns the next state; the same one if the event changes nothing. */
export function transition(state: OptInState, event: OptInTransitionEvent): OptInState {
  const open = state === 'idle' || state === 'waiting';
  switch (event.type) {
    case 'opened':
      return state === 'idle' ? 'waiting' : state;
    case 'reported':
      // The page may learn of the tap before the server: a reported `idle` changes nothing.
      return open && event.state !== 'idle' ? event.state : state;
    case 'lapsed':
      return open ? 'expired' : state;
    case 'declined':
      return open || state === 'failed' ? 'declined' : state;
    case 'failed':
      return open ? 'failed' : state;
    case 'restarted':
      return 'idle';
  }
}

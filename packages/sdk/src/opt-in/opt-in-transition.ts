import type { OptInState } from '../contract/opt-in-state.js';

/** What can happen to an opt-in. `reported`: the server's word on its state. `lapsed`: the code's time is over, unused. */
export type OptInHappening =
  | { type: 'opened' }
  | { type: 'reported'; state: OptInState }
  | { type: 'lapsed' }
  | { type: 'declined' }
  | { type: 'failed' }
  | { type: 'restarted' };

/** @returns the state that follows; the same one where the happening changes nothing. */
export function transition(state: OptInState, happening: OptInHappening): OptInState {
  const open = state === 'idle' || state === 'waiting';
  switch (happening.type) {
    case 'opened':
      return state === 'idle' ? 'waiting' : state;
    case 'reported':
      // The page may know of the tap before the server does: `idle` takes nothing back.
      return open && happening.state !== 'idle' ? happening.state : state;
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

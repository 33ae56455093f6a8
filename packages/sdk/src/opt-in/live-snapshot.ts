import { channelTerms } from './consent-channels.js';
import { getOptInView } from './get-opt-in-view.js';
import type { OptInSnapshot } from './opt-in.js';
import { getOptInSnapshot, type OptInContext, type OptInSurroundings } from './opt-in-snapshot.js';

/** `getOptInSnapshot` of every state and display, with the channels that the consent names. Pure. */
export function getLiveSnapshot(context: OptInContext, around: OptInSurroundings): OptInSnapshot {
  const { channels } = around.options;
  const snapshot = getOptInSnapshot(context, around, (input) => getOptInView({ ...input, channels }));
  return context.agreed || !channels
    ? snapshot
    : { ...snapshot, consent: channelTerms(around.translator, around.display, channels) };
}

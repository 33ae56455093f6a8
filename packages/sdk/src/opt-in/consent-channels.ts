import type { Translator } from '../translator.js';
import { consentTerms } from './consent-terms.js';
import type { ConsentTerms } from './opt-in.js';
import type { OptInDisplay } from './opt-in-display.js';

/** Channels besides WhatsApp that the consent sentence names, in its order. */
const CHANNELS = ['sms', 'push'] as const;
/** A channel besides WhatsApp. */
export type ConsentChannel = (typeof CHANNELS)[number];
/** What a page gives; what is no channel is left out. */
export type ConsentChannels = readonly ConsentChannel[] | undefined;

type Named = 'sms' | 'push' | 'sms_push' | '';
const namesOf = (channels: ConsentChannels): Named =>
  CHANNELS.filter((channel) => [channels].flat().includes(channel)).join('_') as Named;

/** @returns the sentence that names the channels, after a space; empty without any. */
export function channelSentence({ t }: Translator, channels: ConsentChannels): string {
  const named = namesOf(channels);
  return named && ` ${t(`channels.${named}`)}`;
}

/** The terms of this display and these channels. The version names the channels, too: `1+sms_push`. */
export function channelTerms(
  translator: Translator,
  display: OptInDisplay | undefined,
  channels: ConsentChannels,
): ConsentTerms {
  const terms = consentTerms(translator, display);
  const named = namesOf(channels);
  return {
    ...terms,
    version: terms.version + (named && `+${named}`),
    text: terms.text + channelSentence(translator, channels),
  };
}

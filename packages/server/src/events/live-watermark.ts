import { LIVE_TOPICS, type LiveTopic } from '@whatsapp-optin/sdk/contract';

/**
 * How far each topic of an organization has come: opaque marks that differ once something has changed. Small: a stream
 * carries it as the id of its events, and a reader that reconnects receives what it missed.
 */
export type LiveWatermark = Readonly<Record<LiveTopic, string>>;

export interface LiveStore {
  /** Read from the ends of indexes, whatever the size of the tables. */
  watermark(organizationId: string): Promise<LiveWatermark>;
}

export function changedTopics(before: LiveWatermark, after: LiveWatermark): LiveTopic[] {
  return LIVE_TOPICS.filter((topic) => before[topic] !== after[topic]);
}

export function writeWatermark(watermark: LiveWatermark): string {
  return Buffer.from(JSON.stringify(LIVE_TOPICS.map((topic) => watermark[topic])), 'utf8').toString('base64url');
}

/** `null`: not a watermark of this server. */
export function readWatermark(text: string): LiveWatermark | null {
  try {
    const marks: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(marks) || marks.length !== LIVE_TOPICS.length) return null;
    if (!marks.every((mark) => typeof mark === 'string')) return null;
    return Object.fromEntries(LIVE_TOPICS.map((topic, index) => [topic, marks[index]])) as Record<LiveTopic, string>;
  } catch {
    return null;
  }
}

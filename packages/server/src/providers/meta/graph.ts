import type { MetaOptions } from '../../config/options.js';
import { isJsonObject, type JsonObject } from '../json-object.js';

export const DEFAULT_GRAPH_BASE_URL = 'https://graph.facebook.com';
export const DEFAULT_GRAPH_VERSION = 'v26.0';

/** Address of this business number at the Graph API, without a slash at the end. */
export function phoneNumberUrl(options: MetaOptions): string {
  return `${graphUrl(options)}/${encodeURIComponent(options.phoneNumberId)}`;
}

/** `https://graph.facebook.com/v26.0`. */
export function graphUrl({ graphBaseUrl, graphVersion }: MetaOptions): string {
  const baseUrl = (graphBaseUrl ?? DEFAULT_GRAPH_BASE_URL).replace(/\/+$/, '');
  return `${baseUrl}/${graphVersion ?? DEFAULT_GRAPH_VERSION}`;
}

export function authorization({ accessToken }: MetaOptions): { authorization: string } {
  return { authorization: `Bearer ${accessToken}` };
}

/** `null` for what is no JSON object. */
export function parseGraphAnswer(text: string): JsonObject | null {
  try {
    const answer: unknown = JSON.parse(text);
    return isJsonObject(answer) ? answer : null;
  } catch {
    return null;
  }
}

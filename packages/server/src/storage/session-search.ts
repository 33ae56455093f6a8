import { searchWords, type SearchRights } from '../admin-queries/session-queries.js';
import type { Database } from './database.js';

/** A word of no more sessions than this is rare: they are looked at one by one. */
const MAX_RARE = 2_000;

/** Of words that are all frequent, so many sessions are looked at, in the order of the list. */
export const MAX_SEARCHED = 10_000;

const inRange = (word: string): string =>
  `found.word >= lower(${word}::text) COLLATE "C" AND found.word < (lower(${word}::text) || chr(1114111)) COLLATE "C"`;

/** One look at a session's few words, never turned into a join over all words that match. */
const HAS_WORD = (word: string): string => `(
    SELECT true FROM whatsapp_optin.session_words AS found
    WHERE found.organization_id = $1::text AND found.session_id = session.id AND ${inRange(word)} LIMIT 1)`;

/** The same, where a phone's word counts only as the whole number: its beginnings and its end would give it away. */
const HAS_WORD_OR_PHONE = (word: string): string => `(
    SELECT true FROM whatsapp_optin.session_words AS found
    WHERE found.organization_id = $1::text AND found.session_id = session.id AND ${inRange(word)}
      AND (found.word NOT IN (ltrim(COALESCE(session.phone_number, ''), '+'), right(COALESCE(session.phone_number, ''), 4))
           OR ltrim(session.phone_number, '+') = ${word}::text) LIMIT 1)`;

/** Sessions of each word, one more than `MAX_RARE` of them at most. */
const WORD_SESSIONS = `
SELECT wanted.word, array_agg(hit.session_id) FILTER (WHERE hit.session_id IS NOT NULL) AS ids
FROM unnest($2::text[]) AS wanted (word)
LEFT JOIN LATERAL (
  SELECT found.session_id FROM whatsapp_optin.session_words AS found
  WHERE found.organization_id = $1::text AND ${inRange('wanted.word')} LIMIT $3::int
) AS hit ON true
GROUP BY wanted.word`;

/** How a search is done. */
export interface SessionSearch {
  /** None: nothing matches. */
  words: string[];
  /** The sessions of the rarest word; `null` where all words are frequent. */
  rareIds: string[] | null;
  /** SQL: `session` has this word. */
  hasWord(placeholder: string): string;
}

/** Looks how frequent the words of a search are. */
export async function planSearch(
  database: Database,
  organizationId: string,
  search: string,
  { byPartOfPhone }: SearchRights,
): Promise<SessionSearch> {
  const words = searchWords(search);
  const hasWord = byPartOfPhone ? HAS_WORD : HAS_WORD_OR_PHONE;
  if (words.length === 0) return { words, rareIds: [], hasWord };
  const found = await database.query<{ ids: string[] | null }>(WORD_SESSIONS, [organizationId, words, MAX_RARE + 1]);
  const [rarest = []] = found.map(({ ids }) => ids ?? []).sort((one, other) => one.length - other.length);
  return { words, rareIds: rarest.length <= MAX_RARE ? rarest : null, hasWord };
}

export type ParsedJson = { ok: true; value: unknown } | { ok: false; detail: string };

/** Deeper than any of our documents; a body that nests further is an attack on its parser. */
const MAX_DEPTH = 32;

/**
 * Strict UTF-8 JSON whose texts a database can hold: lone surrogates become U+FFFD. Refuses nesting over 32 levels, the key
 * `__proto__` and the character NUL, which PostgreSQL cannot store.
 */
export function parseJson(bytes: Uint8Array): ParsedJson {
  if (bytes.byteLength === 0) return { ok: false, detail: 'The body is empty; a JSON object is expected.' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, detail: 'The body is not JSON in UTF-8.' };
  }
  try {
    return { ok: true, value: storable(parsed, 0) };
  } catch (error) {
    if (error instanceof UnstorableError) return { ok: false, detail: error.message };
    throw error;
  }
}

class UnstorableError extends Error {
  override readonly name = 'UnstorableError';
}

function storable(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return storableText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) throw new UnstorableError(`The body nests deeper than ${MAX_DEPTH} levels.`);
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__') throw new UnstorableError('The body has a key "__proto__".');
    copy[storableText(key)] = storable(item, depth + 1);
  }
  return copy;
}

function storableText(text: string): string {
  if (text.includes('\u0000')) throw new UnstorableError('The body has a text with the character NUL.');
  // With the u flag the class matches lone surrogates only.
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}

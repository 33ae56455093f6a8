/** Deeper than any vendor's payload, shallower than what makes `jsonb` run out of stack. */
const MAX_DEPTH = 32;

/**
 * A copy of parsed JSON that `jsonb` takes and that carries no secret: without NUL, which PostgreSQL refuses, with lone
 * surrogates replaced, without the keys of `omit` at any depth, and without `__proto__`.
 *
 * @throws {RangeError} when the value is nested deeper than 32 levels.
 */
export function toStorableJson(value: unknown, omit: readonly string[] = []): unknown {
  return copy(value, new Set([...omit, '__proto__']), 0);
}

/** Text that PostgreSQL takes: no NUL, no lone surrogate. */
export function toStorableText(text: string): string {
  return text.replaceAll('\u0000', '').replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

function copy(value: unknown, omit: ReadonlySet<string>, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new RangeError(`The payload is nested deeper than ${MAX_DEPTH} levels.`);
  if (typeof value === 'string') return toStorableText(value);
  if (Array.isArray(value)) return value.map((item) => copy(item, omit, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !omit.has(key));
  return Object.fromEntries(kept.map(([key, item]) => [toStorableText(key), copy(item, omit, depth + 1)]));
}

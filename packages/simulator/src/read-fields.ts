import type { Context } from 'hono';

/** Fields of a JSON object or a form as text; an unreadable body has none. */
export async function readFields(c: Context): Promise<Record<string, string>> {
  const body = await c.req.text();
  if (/^\s*\{/.test(body)) {
    try {
      const parsed: unknown = JSON.parse(body);
      return Object.fromEntries(
        Object.entries(parsed as Record<string, unknown>).map(([name, value]) => [name, String(value)]),
      );
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return {};
    }
  }
  return Object.fromEntries(new URLSearchParams(body));
}

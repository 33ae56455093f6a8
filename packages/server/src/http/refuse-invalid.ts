import type { Context } from 'hono';
import type { ZodError } from 'zod';
import { PHONE_ISSUE } from './fields.js';
import { problemResponse } from './problem-response.js';

/** The hook of every described route: 422, naming the first wrong field and all of them. */
export function refuseInvalid(
  result: { success: true } | { success: false; error: ZodError; target: string },
  _context: Context,
): Response | undefined {
  if (result.success) return undefined;
  const errors = result.error.issues.map((issue) => ({
    // A filter that nobody knows is named, too.
    field: issue.path.join('.') || ('keys' in issue ? issue.keys[0] : null) || 'body',
    message: issue.message,
  }));
  const [first = { field: 'body', message: 'is wrong.' }] = errors;
  const params = (result.error.issues[0] as { params?: { problem?: string } } | undefined)?.params;
  const code = params?.problem === PHONE_ISSUE.params.problem ? PHONE_ISSUE.params.problem : 'UNPROCESSABLE';
  return problemResponse(code, `${first.field}: ${first.message}`, { field: first.field, errors });
}

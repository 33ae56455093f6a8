import type { ZodError } from 'zod';
import { PHONE_ISSUE } from './fields.js';
import { problemResponse } from './problem-response.js';

/** 422, naming the first wrong field and all of them. */
export function refuseInvalid({ issues }: ZodError): Response {
  const errors = issues.map((issue) => ({
    // A filter that nobody knows is named, too.
    field: issue.path.join('.') || ('keys' in issue ? issue.keys[0] : null) || 'body',
    message: issue.message,
  }));
  const [first = { field: 'body', message: 'is wrong.' }] = errors;
  const params = (issues[0] as { params?: { problem?: string } } | undefined)?.params;
  const code = params?.problem === PHONE_ISSUE.params.problem ? PHONE_ISSUE.params.problem : 'UNPROCESSABLE';
  return problemResponse(code, `${first.field}: ${first.message}`, { field: first.field, errors });
}

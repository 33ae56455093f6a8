import { PROBLEMS, type Problem, type ProblemCode } from '@whatsapp-optin/sdk/contract';

export interface ProblemExtras {
  field?: string | undefined;
  errors?: readonly { field: string; message: string }[] | undefined;
  headers?: Record<string, string> | undefined;
}

/**
 * An RFC 9457 problem document. `detail` says what was found and what to do about it; it never quotes a key, a phone or a
 * text of the request.
 */
export function problemResponse(code: ProblemCode, detail: string, extras: ProblemExtras = {}): Response {
  const { status, title } = PROBLEMS[code];
  const problem: Problem = {
    type: `urn:whatsapp-optin:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    detail,
    code,
    ...(extras.field === undefined ? {} : { field: extras.field }),
    ...(extras.errors === undefined ? {} : { errors: extras.errors }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json', ...extras.headers },
  });
}

/** One field is wrong. */
export function wrongField(field: string, message: string, code: ProblemCode = 'UNPROCESSABLE'): Response {
  return problemResponse(code, `${field}: ${message}`, { field, errors: [{ field, message }] });
}

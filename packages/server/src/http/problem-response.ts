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
  return toProblemResponse(problemOf(code, detail, extras), extras.headers);
}

/** The same document, as a part of an answer. */
export function problemOf(code: ProblemCode, detail: string, extras: Omit<ProblemExtras, 'headers'> = {}): Problem {
  const { status, title } = PROBLEMS[code];
  return {
    type: `urn:whatsapp-optin:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title,
    status,
    detail,
    code,
    ...(extras.field === undefined ? {} : { field: extras.field }),
    ...(extras.errors === undefined ? {} : { errors: extras.errors }),
  };
}

export function toProblemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}

/** One field is wrong. */
export function wrongField(field: string, message: string, code: ProblemCode = 'UNPROCESSABLE'): Response {
  return toProblemResponse(wrongFieldProblem(field, message, code));
}

export function wrongFieldProblem(field: string, message: string, code: ProblemCode = 'UNPROCESSABLE'): Problem {
  return problemOf(code, `${field}: ${message}`, { field, errors: [{ field, message }] });
}

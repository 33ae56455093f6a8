import type { ZodType } from 'zod';
import { PROBLEMS, type ProblemCode } from '@whatsapp-optin/sdk/contract';
import { problemDocument } from './documents.js';

/** Wide on purpose: handlers answer with a `Response` of their own making, such as a remembered one. */
export type DescribedAnswers = Record<string, { description: string; content?: Record<string, { schema: ZodType }> }>;

/** The answers of a route for its OpenAPI description: the good ones by status, then the problems by code. */
export function describeAnswers(good: DescribedAnswers, ...problems: ProblemCode[]): DescribedAnswers {
  const answers: DescribedAnswers = {};
  for (const code of problems) {
    const { status, title } = PROBLEMS[code];
    const described = answers[status]?.description;
    answers[status] = {
      description: described ? `${described}; ${code}: ${title}` : `${code}: ${title}`,
      content: { 'application/problem+json': { schema: problemDocument } },
    };
  }
  return { ...answers, ...good };
}

export function jsonAnswer(description: string, schema: ZodType): DescribedAnswers[string] {
  return { description, content: { 'application/json': { schema } } };
}

/** A JSON body that must be there. */
export function jsonBody<Schema extends ZodType>(schema: Schema) {
  return { required: true as const, content: { 'application/json': { schema } } };
}

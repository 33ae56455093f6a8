import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { operationsOf, type OpenApiDocument, type Operation } from '../../test/openapi/operations.js';
import { createHttpHandler } from './create-http-handler.js';
import { createInMemoryWorld } from './testing/in-memory-dependencies.js';

const TYPES = new URL('../../test/openapi/api-types.d.ts', import.meta.url);

let document: OpenApiDocument;
let operations: Operation[];
beforeAll(async () => {
  const answer = await createHttpHandler(createInMemoryWorld().deps)(new Request('http://localhost/api/openapi.json'));
  document = (await answer.json()) as OpenApiDocument;
  operations = operationsOf(document);
});

const named = ({ method, path }: Operation) => `${method} ${path}`;
const lacking = (of: (operation: Operation) => boolean) => operations.filter((each) => !of(each)).map(named);
const schemesOf = ({ security = [] }: Operation) => security.flatMap((alternative) => Object.keys(alternative));
const isSigned = (operation: Operation) => schemesOf(operation).some((scheme) => /Signature$|^webhook/.test(scheme));
const lists = ({ responses }: Operation, ...statuses: number[]) => statuses.every((status) => status in responses);

describe('the document', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(await new Validator().validate(structuredClone({ ...document }))).toEqual({ valid: true });
  });

  it('is what the types of the client in our tests were made of; `npm run api-types` makes them again', async () => {
    const types = astToString(await openapiTS(document as unknown as OpenAPI3));
    await expect(types).toMatchFileSnapshot(fileURLToPath(TYPES));
  });
});

describe('every operation of the document', () => {
  it('has its own name, a tag and a summary', () => {
    expect(lacking(({ operationId, tags, summary }) => Boolean(operationId && tags?.length === 1 && summary))).toEqual(
      [],
    );
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  });

  it('with a body lists 400, 413 and 422', () => {
    expect(lacking((each) => each.requestBody === undefined || lists(each, 400, 413, 422))).toEqual([]);
  });

  it('behind a key lists 401, 403 and 429; behind a signature 401', () => {
    expect(
      lacking((each) => !each.security || (isSigned(each) ? lists(each, 401) : lists(each, 401, 403, 429))),
    ).toEqual([]);
  });

  it('with a query lists 422', () => {
    const hasQuery = ({ parameters = [] }: Operation) => parameters.some((parameter) => parameter.in === 'query');
    expect(lacking((each) => !hasQuery(each) || lists(each, 422))).toEqual([]);
  });

  it('shows an example of its body, of what its path needs, and of its JSON', () => {
    const shows = ({ parameters = [], requestBody, responses }: Operation) =>
      parameters.every((parameter) => parameter.in !== 'path' || parameter.example !== undefined) &&
      Object.values(requestBody?.content ?? {}).every(({ example }) => example !== undefined) &&
      Object.values(responses).every(({ content }) => {
        const json = content?.['application/json'];
        return json === undefined || json.example !== undefined;
      });
    expect(lacking(shows)).toEqual([]);
  });
});

/** What the page reads of the OpenAPI document. */
export interface Described {
  info: { title: string; description?: string };
  paths?: Record<string, Record<string, DescribedOperation>>;
  webhooks?: Record<string, Record<string, DescribedOperation>>;
  components?: { schemas?: Record<string, DescribedSchema>; responses?: Record<string, DescribedAnswer> };
}

export interface DescribedOperation {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  security?: Record<string, unknown>[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: DescribedSchema }[];
  requestBody?: { content: Record<string, { schema?: DescribedSchema; example?: unknown }> };
  responses: Record<string, DescribedAnswer>;
}

export interface DescribedAnswer {
  $ref?: string;
  description?: string;
  content?: Record<string, { schema?: DescribedSchema; example?: unknown }>;
}

export interface DescribedSchema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, DescribedSchema>;
  required?: string[];
  items?: DescribedSchema;
  anyOf?: DescribedSchema[];
  oneOf?: DescribedSchema[];
  allOf?: DescribedSchema[];
}

const nameOf = (reference: string): string => reference.split('/').at(-1) ?? '';

/** The schema that a reference names. */
export function resolveSchema(document: Described, schema: DescribedSchema): DescribedSchema {
  const found = schema.$ref === undefined ? undefined : document.components?.schemas?.[nameOf(schema.$ref)];
  return found ?? schema;
}

/** The answer that a reference names. */
export function resolveAnswer(document: Described, answer: DescribedAnswer): DescribedAnswer {
  const found = answer.$ref === undefined ? undefined : document.components?.responses?.[nameOf(answer.$ref)];
  return found ?? answer;
}

/** Names and types of what a schema holds: `id`, `items[].id`. Parts of a part are read three levels deep. */
export function fieldsOf(
  document: Described,
  schema: DescribedSchema,
  prefix = '',
): { name: string; type: string; isRequired: boolean; description: string }[] {
  const resolved = resolveSchema(document, schema);
  const parts = resolved.allOf?.map((part) => resolveSchema(document, part)) ?? [resolved];
  return parts.flatMap(({ properties = {}, required = [] }) =>
    Object.entries(properties).flatMap(([key, given]) => {
      const name = prefix + key;
      const own = resolveSchema(document, given);
      const field = {
        name,
        type: typeOf(document, own),
        isRequired: required.includes(key),
        description: given.description ?? own.description ?? '',
      };
      const inner = own.items === undefined ? own : own.items;
      const isDeep = name.split('.').length >= 3;
      return [field, ...(isDeep ? [] : fieldsOf(document, inner, `${name}${own.items === undefined ? '' : '[]'}.`))];
    }),
  );
}

export function typeOf(document: Described, schema: DescribedSchema): string {
  const own = resolveSchema(document, schema);
  if (own.const !== undefined) return JSON.stringify(own.const);
  if (own.enum !== undefined) return own.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = own.anyOf ?? own.oneOf;
  if (choices !== undefined) return [...new Set(choices.map((choice) => typeOf(document, choice)))].join(' | ');
  if (own.items !== undefined) return `array of ${typeOf(document, own.items)}`;
  const type = [own.type ?? 'object'].flat().join(' | ');
  return own.format === undefined ? type : `${type} (${own.format})`;
}

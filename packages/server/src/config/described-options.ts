import { z } from 'zod';
import { FIELDS, GROUPS, type Field } from './fields.js';

/** A schema as the documents, the reader of variables and the errors see it. */
export interface DescribedOption {
  /** From the root: `sms.dailyLimit`, `organizations[].name`. */
  path: string;
  field: Field;
}

export interface DescribedGroup {
  path: string;
  /** The name of its public type. */
  type: string;
  title: string;
  names: readonly string[];
}

type AnySchema = z.core.$ZodType;

/** What a schema wraps: of an optional one the inner one, of a transformed one what goes in. */
function unwrap(schema: AnySchema): AnySchema | null {
  if (schema instanceof z.ZodPipe) return schema.def.in;
  const isWrapper = [z.ZodOptional, z.ZodPrefault, z.ZodReadonly].some((wrapper) => schema instanceof wrapper);
  return isWrapper ? (schema as z.ZodOptional).def.innerType : null;
}

/** The object whose names a schema checks, and whether it takes a list of them. */
function objectIn(schema: AnySchema): { object: z.ZodObject; isList: boolean } | null {
  if (schema instanceof z.ZodObject) return { object: schema, isList: false };
  if (schema instanceof z.ZodUnion) return schema.def.options.map(objectIn).find((found) => found !== null) ?? null;
  const [inner, isList] = schema instanceof z.ZodArray ? [schema.def.element, true] : [unwrap(schema), false];
  const found = inner === null ? null : objectIn(inner);
  return found && { object: found.object, isList: found.isList || isList };
}

/** Every option and every group below a schema, in its order, groups before what they hold. */
export function describeOptions(
  schema: AnySchema,
  parent = '',
): { options: readonly DescribedOption[]; groups: readonly DescribedGroup[] } {
  const options: DescribedOption[] = [];
  const groups: DescribedGroup[] = [];
  const visit = (child: AnySchema, path: string): void => {
    const field = FIELDS.get(child);
    if (field !== undefined) options.push({ path, field });
    const found = objectIn(child);
    if (found === null) return;
    const ownPath = found.isList ? `${path}[]` : path;
    const { type = '', title = '' } = GROUPS.get(found.object) ?? {};
    groups.push({ path: ownPath, type, title, names: Object.keys(found.object.shape) });
    for (const [name, inner] of Object.entries<AnySchema>(found.object.shape))
      visit(inner, ownPath === '' ? name : `${ownPath}.${name}`);
  };
  visit(schema, parent);
  return { options, groups };
}

/** What a text of an organization's own may name. */
export const PLACEHOLDERS = [
  'companyName',
  'ticketNumber',
  'departmentName',
  'position',
  'waitMinutes',
  'minutesLeft',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Longest text that WhatsApp carries, in characters; what a value adds is not known here, so some room is kept. */
export const MAX_TEMPLATE_LENGTH = 3500;

export type TemplateCheck =
  | { status: 'ok' }
  | { status: 'empty' }
  | { status: 'too_long'; length: number }
  | { status: 'unknown_placeholder'; name: string }
  | { status: 'unclosed_brace' };

const NAMED = /\{([^{}]*)\}/g;

/** Checked when it is saved, so that nobody is sent a brace. */
export function checkTemplate(body: string): TemplateCheck {
  if (body.trim() === '') return { status: 'empty' };
  if (body.length > MAX_TEMPLATE_LENGTH) return { status: 'too_long', length: body.length };
  for (const [, name = ''] of body.matchAll(NAMED)) {
    if (!isPlaceholder(name.trim())) return { status: 'unknown_placeholder', name: name.trim() };
  }
  return /[{}]/.test(body.replaceAll(NAMED, '')) ? { status: 'unclosed_brace' } : { status: 'ok' };
}

export type RenderedTemplate = { status: 'rendered'; text: string } | { status: 'missing_value'; name: Placeholder };

/** Values go in as they are and are never read as a template again. */
export function renderTemplate(
  body: string,
  values: Readonly<Record<string, string | number | null | undefined>>,
): RenderedTemplate {
  let missing: Placeholder | null = null;
  const text = body.replaceAll(NAMED, (_whole, given: string) => {
    const name = given.trim();
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value !== undefined && value !== null && value !== '') return String(value);
    if (isPlaceholder(name)) missing ??= name;
    return '';
  });
  return missing === null ? { status: 'rendered', text } : { status: 'missing_value', name: missing };
}

function isPlaceholder(name: string): name is Placeholder {
  return PLACEHOLDERS.some((known) => known === name);
}

import { html, raw } from 'hono/html';
import {
  fieldsOf,
  resolveAnswer,
  typeOf,
  type Described,
  type DescribedOperation,
  type DescribedSchema,
} from './described.js';
import { REFERENCE_STYLES } from './reference-styles.js';

// Letter by letter what the policy's hash is of.
const STYLE = raw(`<style>${REFERENCE_STYLES}</style>`);

type Markup = ReturnType<typeof html>;

interface Section {
  name: string;
  operations: { method: string; path: string; operation: DescribedOperation }[];
}

/** The HTTP reference as one page without a script, made of the OpenAPI document alone. */
export async function renderReference(given: object, basePath: string): Promise<string> {
  const document = given as Described;
  const sections = sectionsOf(document);
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>HTTP reference · ${document.info.title}</title>
        ${STYLE}
      </head>
      <body>
        <main>
          <h1>HTTP reference</h1>
          <p>${document.info.description}</p>
          <p>As OpenAPI 3.1: <a href="${basePath}/api/openapi.json">openapi.json</a></p>
          <nav aria-label="Sections">
            <ul>
              ${sections.map(({ name }) => html`<li><a href="#${anchorOf(name)}">${name}</a></li>`)}
            </ul>
          </nav>
          ${sections.map((section) => renderSection(document, section))}
        </main>
      </body>
    </html>`;
  return page.toString();
}

/** By tag, in the order in which they first appear; what the server posts comes last. */
function sectionsOf({ paths = {}, webhooks = {} }: Described): Section[] {
  const sections = new Map<string, Section>();
  for (const [path, methods] of [...Object.entries(paths), ...Object.entries(webhooks)]) {
    for (const [method, operation] of Object.entries(methods)) {
      const name = operation.tags?.[0] ?? 'Others';
      const section = sections.get(name) ?? { name, operations: [] };
      section.operations.push({ method, path, operation });
      sections.set(name, section);
    }
  }
  return [...sections.values()];
}

function renderSection(document: Described, { name, operations }: Section): Markup {
  return html`<section aria-labelledby="${anchorOf(name)}">
    <h2 id="${anchorOf(name)}">${name}</h2>
    ${operations.map(
      ({ method, path, operation }) =>
        html`<details id="${operation.operationId}">
          <summary>
            <span class="method">${method}</span><code>${path}</code>
            <span class="faint">${operation.summary}</span>
          </summary>
          <div>${renderOperation(document, operation)}</div>
        </details>`,
    )}
  </section>`;
}

function renderOperation(document: Described, operation: DescribedOperation): Markup {
  const { description, security = [], parameters = [], requestBody, responses } = operation;
  const schemes = security.flatMap((alternative) => Object.keys(alternative));
  const rows = parameters.map(({ name, in: place, required = false, schema = {}, description: text = '' }) => ({
    ...{ name: `${name} (${place})`, type: typeOf(document, schema), isRequired: required, description: text },
  }));
  return html`${description === undefined ? '' : html`<p>${description}</p>`}
    ${schemes.length === 0 ? '' : html`<p class="faint">Key: ${schemes.join(', ')}</p>`}
    ${
      rows.length === 0
        ? ''
        : html`<h4>Parameters</h4>
            ${renderTable(rows)}`
    }
    ${renderContent(document, 'Body', requestBody?.content['application/json'])}
    <h4>Answers</h4>
    ${Object.entries(responses).map(([status, given]) => {
      const answer = resolveAnswer(document, given);
      return html`<p><code>${status}</code> ${answer.description}</p>
        ${renderContent(document, null, answer.content?.['application/json'])}`;
    })}`;
}

function renderContent(
  document: Described,
  title: string | null,
  content: { schema?: DescribedSchema; example?: unknown } | undefined,
): Markup | string {
  if (content === undefined) return '';
  const fields = content.schema === undefined ? [] : fieldsOf(document, content.schema);
  return html`${title === null ? '' : html`<h4>${title}</h4>`} ${fields.length === 0 ? '' : renderTable(fields)}
  ${content.example === undefined ? '' : html`<pre tabindex="0">${JSON.stringify(content.example, null, 2)}</pre>`}`;
}

function renderTable(rows: ReturnType<typeof fieldsOf>): Markup {
  return html`<div class="wide" tabindex="0" role="group" aria-label="Fields">
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          <th scope="col">About</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, type, isRequired, description }) =>
            html`<tr>
              <td><code>${name}</code></td>
              <td><code>${type}</code></td>
              <td>${isRequired ? 'Required. ' : ''}${description}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function anchorOf(name: string): string {
  return `section-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
}

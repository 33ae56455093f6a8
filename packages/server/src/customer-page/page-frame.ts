import { html, raw } from 'hono/html';
import type { PageSpeech } from './speak-page.js';
import { PAGE_STYLES } from './page-styles.js';

// Letter by letter what the policy's hash is of.
const STYLE = raw(`<style>${PAGE_STYLES}</style>`);

/** A part of a page; texts in it are escaped. */
export type Markup = ReturnType<typeof html>;

/** The whole document around the parts of a page. */
export async function pageFrame({ locale, direction }: PageSpeech, title: string, content: Markup): Promise<string> {
  const document = await html`<!doctype html>
    <html lang="${locale}" dir="${direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        ${STYLE}
      </head>
      <body>
        <main class="page">${content}</main>
      </body>
    </html> `;
  return document.toString();
}

import { html } from 'hono/html';
import { pageFrame } from './page-frame.js';
import { speakPage } from './speak-page.js';

/** What stands at an address that opens no page, or no more; the same for every reason. */
export async function renderEnding(kind: 'gone' | 'erased', locale: string): Promise<string> {
  const speech = speakPage(locale, { now: new Date(0), timeZone: 'UTC' });
  const [title, hint] = [speech.say(kind), speech.say(kind === 'gone' ? 'goneHint' : 'erasedHint')];
  return pageFrame(
    speech,
    title,
    html`<h1>${title}</h1>
      <section class="card"><p>${hint}</p></section>`,
  );
}

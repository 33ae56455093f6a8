import { renderToReadableStream } from 'react-dom/server';
import { TicketPage, type PageData } from './ticket-page.js';

/** The ticket page as HTML, which the browser takes over node for node. */
export async function renderTicketPage(page: PageData): Promise<string> {
  const nonce = { style: page.styleNonce };
  const stream = await renderToReadableStream(<TicketPage page={page} />, { nonce });
  await stream.allReady;
  return new Response(stream).text();
}

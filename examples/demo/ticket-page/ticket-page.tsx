import { WhatsAppNotificationPrompt, WhatsAppOptInProvider } from '@whatsapp-optin/react';
import type { OptInCreated } from '@whatsapp-optin/sdk/contract';
import { StrictMode, useEffect, useState, type MouseEvent } from 'react';
import { allowPush, followQueue, type Queue } from '../pages/follow-queue.js';
import { openPhone } from '../pages/open-phone.js';

/** What the clinic's server wrote into the page. */
export interface PageData {
  ticketId: string;
  locale: string;
  queue: Queue;
  /** Made by the clinic's server with its secret key, and bound to the ticket: the whole answer of the companion server. */
  optIn: OptInCreated;
  server: string;
  companyNumber: string;
  organizationName: string;
  pocketPhone: string;
  /** Of the page's Content-Security-Policy, for the `<style>` that the server writes. */
  styleNonce: string;
  words: Record<
    | 'clinic'
    | 'yourTicket'
    | 'servingNow'
    | 'nobodyYet'
    | 'aheadOfYou'
    | 'place'
    | 'newTicket'
    | 'allowPush'
    | 'pushAllowed'
    | 'yourTurn'
    | 'goTo'
    | 'waitHere'
    | 'reactNote'
    | 'noScript',
    string
  >;
}

/** The same element on the server and in the browser. */
export function TicketPage({ page }: { page: PageData }) {
  return (
    <StrictMode>
      <WhatsAppOptInProvider nonce={page.styleNonce}>
        <Visit page={page} />
      </WhatsAppOptInProvider>
    </StrictMode>
  );
}

function Visit({ page }: { page: PageData }) {
  const { words, locale } = page;
  const [queue, setQueue] = useState(page.queue);
  useEffect(() => followQueue(page.ticketId, setQueue), [page.ticketId]);

  // Instead of WhatsApp the demo opens its own phone; a real page needs none of this.
  function openDemoPhone(event: MouseEvent<HTMLElement>) {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    openPhone(link.href, { ...page, clinic: words.clinic });
  }

  return (
    <div className="visit">
      <TicketStub
        queue={queue}
        locale={locale}
        words={words}
        onAllowPush={() => void allowPush(page.ticketId).then(setQueue)}
      />
      <div className="prompt">
        <WhatsAppNotificationPrompt
          ticketNumber={queue.number}
          organizationName={page.organizationName}
          companyWhatsAppNumber={page.companyNumber}
          server={page.server}
          optIn={page.optIn}
          locale={locale}
          onClick={openDemoPhone}
        />
        <noscript>
          <p>{words.noScript}</p>
          <blockquote>{page.optIn.message}</blockquote>
        </noscript>
        <p className="aside">{words.reactNote}</p>
      </div>
    </div>
  );
}

interface TicketStubProps extends Pick<PageData, 'locale' | 'words'> {
  queue: Queue;
  onAllowPush: () => void;
}

function TicketStub({ queue, locale, words, onAllowPush }: TicketStubProps) {
  const digits = new Intl.NumberFormat(locale === 'ar' ? 'ar-u-nu-arab' : locale);
  const called = queue.status === 'called';
  return (
    <section className="stub" aria-labelledby="number" data-status={queue.status}>
      <h1 id="number">
        <span className="stub-label">{words.yourTicket}</span>{' '}
        <bdi className="stub-number" dir="ltr">
          {queue.number}
        </bdi>
      </h1>
      <p className="stub-news" role="status">
        {called ? `${words.yourTurn}. ${words.goTo.replace('{department}', queue.department)}` : words.waitHere}
      </p>
      <dl className="facts">
        <div>
          <dt>{words.servingNow}</dt>
          <dd>{queue.serving ?? words.nobodyYet}</dd>
        </div>
        <div>
          <dt>{words.aheadOfYou}</dt>
          <dd>{called ? '–' : digits.format(queue.ahead)}</dd>
        </div>
        <div>
          <dt>{words.place}</dt>
          <dd>{queue.department}</dd>
        </div>
      </dl>
      <div className="stub-foot">
        <p role="status">{queue.push && words.pushAllowed}</p>
        {!queue.push && (
          <button className="link-button" type="button" onClick={onAllowPush}>
            {words.allowPush}
          </button>
        )}
        <a href={`/ticket?lang=${locale}`}>{words.newTicket}</a>
      </div>
    </section>
  );
}

import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '../controls/button.js';
import { Icon, type AdminIconName } from '../controls/icon.js';
import { MethodMark } from '../deliveries/delivery-marks.js';
import { MessageMarks } from '../inbox/message-marks.js';
import { SentReplies } from '../inbox/sent-replies.js';
import { useWords } from '../words/use-words.js';
import type { TimelineEntry } from './use-timeline.js';

interface TimelineProps {
  name: string;
  entries: readonly TimelineEntry[];
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
  onNotification: (id: string) => void;
}

/** By day, newest at the end: words as bubbles at their side, all else as a line with a picture. */
export function Timeline({ name, entries, hasMore, isLoadingMore, onMore, onNotification }: TimelineProps) {
  const { t, formats } = useWords();
  const days = groupByDay(entries, formats.dayOf);
  const talk = useRef<HTMLDivElement>(null);
  const newest = entries.at(-1)?.id;
  useEffect(() => {
    if (talk.current) talk.current.scrollTop = talk.current.scrollHeight;
  }, [newest]);
  return (
    <div
      className="woa-talk woa-timeline"
      ref={talk}
      tabIndex={0}
      role="region"
      aria-label={t('customer.timeline', { name })}
    >
      {hasMore && (
        <Button kind="plain" size="small" busy={isLoadingMore} onClick={onMore}>
          {t('customer.earlier')}
        </Button>
      )}
      {[...days].map(([day, ofDay]) => (
        <section key={day} className="woa-stack" aria-label={formats.day(day)}>
          <h3 className="woa-day">{formats.day(day)}</h3>
          <ol className="woa-stack">
            {ofDay.map((entry) => (
              <li key={entry.id}>
                <Entry entry={entry} onNotification={onNotification} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function groupByDay(entries: readonly TimelineEntry[], dayOf: (at: Date) => string): Map<string, TimelineEntry[]> {
  const days = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const day = dayOf(new Date(entry.at));
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return days;
}

function Entry({ entry, onNotification }: { entry: TimelineEntry; onNotification: (id: string) => void }) {
  const { t, named, formats } = useWords();
  const time = <span className="woa-note">{formats.time(new Date(entry.at))}</span>;
  switch (entry.kind) {
    case 'message': {
      const { contentType, text } = entry.message;
      return (
        <div className="woa-said">
          {contentType !== 'text' && <span className="woa-chip">{named('contentType', contentType)}</span>}
          {text !== '' && (
            <bdi className="woa-bubble" data-from="them">
              {text}
            </bdi>
          )}
          {time}
          <MessageMarks message={entry.message} />
        </div>
      );
    }
    case 'reply':
      return <SentReplies replies={[entry.reply]} />;
    case 'notification': {
      const { id, type, kind, method, reason } = entry.notification;
      return (
        <Line icon="push">
          <button type="button" className="woa-name" onClick={() => onNotification(id)}>
            {named('notificationType', type ?? kind)}
          </button>
          <MethodMark method={method} />
          {reason && <span className="woa-muted">{named('reason', reason)}</span>}
          {time}
        </Line>
      );
    }
    case 'consent':
      return (
        <Line icon="shield">
          {t(entry.consent.action === 'granted' ? 'customer.consentGranted' : 'customer.consentWithdrawn')}
          <span className="woa-muted">{named('consentMethod', entry.consent.method)}</span>
          {time}
        </Line>
      );
    case 'opened':
      return (
        <Line icon="session">
          {t('customer.opened')}
          {time}
        </Line>
      );
    case 'ended':
      return (
        <Line icon="clock">
          {t('customer.ended')}
          {entry.session.endReason && <span className="woa-muted">{named('endReason', entry.session.endReason)}</span>}
          {time}
        </Line>
      );
  }
}

function Line({ icon, children }: { icon: AdminIconName; children: ReactNode }) {
  return (
    <div className="woa-line-entry">
      <Icon name={icon} />
      <div className="woa-line-text">{children}</div>
    </div>
  );
}

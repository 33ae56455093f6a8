import { AdminRoot } from '../admin-root.js';
import { Shape, type Tone } from '../controls/status-mark.js';
import { lengthOf } from '../time/spans.js';
import { useNow } from '../time/use-now.js';
import { useWords } from '../words/use-words.js';
import { useWhatsAppSession, type WhatsAppSessionStatus } from './use-whatsapp-session.js';

export interface WhatsAppStatusBadgeProps {
  /** E.164. Without one, nothing is drawn. */
  phone: string | null | undefined;
  className?: string;
}

/** Whether a customer can be reached by WhatsApp right now, and for how long: one line, for a list of the host's own. */
export function WhatsAppStatusBadge({ phone, className }: WhatsAppStatusBadgeProps) {
  return phone ? <Badge phone={phone} className={className} /> : null;
}

const TONES: Readonly<Record<WhatsAppSessionStatus, Tone>> = {
  ...{ active: 'good', expiring: 'warn', none: 'quiet', loading: 'info', failed: 'bad' },
};

function Badge({ phone, className }: { phone: string; className: string | undefined }) {
  const words = useWords();
  const { status, expiresAt } = useWhatsAppSession(phone);
  const now = useNow(1_000);
  const { t, formats } = words;
  const tone = TONES[status];
  return (
    <AdminRoot as="span" className={['woa-inline', className].filter(Boolean).join(' ')}>
      <span className="woa-badge" data-tone={tone} title={expiresAt ? formats.exact(expiresAt) : undefined}>
        <Shape tone={tone} />
        <span>
          {status === 'none' && t('badge.none')}
          {status === 'loading' && t('badge.loading')}
          {status === 'failed' && t('badge.failed')}
          {expiresAt && t('badge.active', { time: formats.time(expiresAt) })}
        </span>
        {expiresAt && (
          <span className="woa-muted">{t('badge.left', { left: lengthOf(expiresAt.getTime() - now, words) })}</span>
        )}
      </span>
    </AdminRoot>
  );
}

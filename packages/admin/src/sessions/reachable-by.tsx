import type { Reachability } from '@whatsapp-optin/sdk/contract';
import { Icon } from '../controls/icon.js';
import { StatusMark } from '../controls/status-mark.js';
import { useWords } from '../words/use-words.js';

/** By which ways a person can be reached right now, in the order in which they are tried. */
export function ReachableBy({ reachability }: { reachability: Reachability }) {
  const { t } = useWords();
  const { push, session, sms, optedOut } = reachability;
  const ways = [
    ...(push > 0 ? [{ name: 'push' as const, word: t('reach.push') }] : []),
    ...(session && !optedOut ? [{ name: 'session' as const, word: t('reach.session') }] : []),
    ...(sms && !optedOut ? [{ name: 'sms' as const, word: t('reach.sms') }] : []),
  ];
  return (
    <span className="woa-mark">
      {ways.map(({ name, word }) => (
        <span className="woa-chip" key={name}>
          <Icon name={name} />
          {word}
        </span>
      ))}
      {optedOut && <StatusMark tone="bad">{t('reach.optedOut')}</StatusMark>}
      {!optedOut && ways.length === 0 && <StatusMark tone="quiet">{t('reach.nothing')}</StatusMark>}
    </span>
  );
}

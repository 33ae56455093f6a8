import { useLive } from '../connection/use-admin-query.js';
import { useWords } from '../words/use-words.js';
import { Shape } from './status-mark.js';

/** Whether what is shown follows the server by itself. */
export function LiveMark() {
  const status = useLive();
  const { t } = useWords();
  const text = { live: t('state.live'), connecting: t('state.connecting'), off: t('state.notLive') }[status];
  const tone = status === 'live' ? 'good' : status === 'connecting' ? 'info' : 'quiet';
  return (
    <span className="woa-live" data-tone={tone}>
      <Shape tone={tone} />
      {text}
    </span>
  );
}

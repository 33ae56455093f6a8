import type { AdminError } from '../connection/admin-error.js';
import type { WordKey } from '../words/catalogue.js';
import { useWords } from '../words/use-words.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

interface FailureProps {
  error: AdminError;
  onRetry?: () => void;
}

/** Why something could not be loaded or done, and what helps. */
export function Failure({ error, onRetry }: FailureProps) {
  const { t } = useWords();
  const [heading, hint] = wordsOf(error.status);
  return (
    <Notice
      tone="bad"
      live
      heading={t(heading)}
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('state.retry')}
          </Button>
        )
      }
    >
      <p>{hint ? t(hint) : error.message}</p>
    </Notice>
  );
}

function wordsOf(status: number): readonly [WordKey, WordKey | null] {
  if (status === 401) return ['state.signedOut', 'state.signedOutHint'];
  if (status === 403) return ['state.forbidden', 'state.forbiddenHint'];
  if (status === 404) return ['state.unknown', null];
  if (status === 429) return ['state.tooMany', 'state.tooManyHint'];
  return status === 0 ? ['state.failed', 'state.failedHint'] : ['state.failed', null];
}

import { useWords } from '../words/use-words.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

/** A long list stays as it is under the reader's eyes; this says that there is news. */
export function Changed({ list }: { list: { hasChanged: boolean; refetch: () => void } }) {
  const { t } = useWords();
  if (!list.hasChanged) return null;
  return (
    <Notice
      tone="info"
      live
      action={
        <Button size="small" onClick={list.refetch}>
          {t('act.refresh')}
        </Button>
      }
    >
      {t('state.changed')}
    </Notice>
  );
}

import { Button } from '../controls/button.js';
import { useWords } from '../words/use-words.js';

export interface TableLength {
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
}

/** How much of the list is here. */
export function TableFoot({ shown, hasMore, isLoadingMore, loadMore }: TableLength & { shown: number }) {
  const { t, formats } = useWords();
  if (shown === 0) return null;
  return (
    <div className="woa-table-foot">
      <span role="status">
        {isLoadingMore ? t('table.loadingMore') : t(hasMore ? 'table.loaded' : 'table.rows', { count: shown })}
      </span>
      <span>{t('table.zone', { zone: formats.zone })}</span>
      {hasMore && (
        <Button kind="plain" size="small" busy={isLoadingMore} onClick={loadMore}>
          {t('act.more')}
        </Button>
      )}
    </div>
  );
}

import { Button } from '../controls/button.js';
import { Notice } from '../controls/notice.js';
import { useWords } from '../words/use-words.js';
import type { SettingsDraft } from './use-settings.js';

/** What is to be saved, and whether it was. */
export function SaveBar({ draft }: { draft: SettingsDraft }) {
  const { t } = useWords();
  const { isChanged, isSaving, isSaved, saveError, mayChange } = draft;
  if (!mayChange) return <Notice tone="info">{t('state.viewerOnly')}</Notice>;
  return (
    <div className="woa-stack">
      {saveError && (
        <Notice tone="bad" live heading={t('settings.notSaved')}>
          {saveError.message}
        </Notice>
      )}
      <div className="woa-actions">
        <Button type="submit" kind="primary" disabled={!isChanged} busy={isSaving}>
          {t('act.save')}
        </Button>
        {isChanged && <Button onClick={draft.discard}>{t('settings.discard')}</Button>}
        <span role="status" className="woa-muted">
          {isSaved && t('state.saved')}
          {isChanged && t('settings.unsaved')}
        </span>
      </div>
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { Button } from '../controls/button.js';
import { Notice } from '../controls/notice.js';
import { useWords } from '../words/use-words.js';
import type { SettingsDraft } from './use-settings.js';

/** What is to be saved, and whether it was: in sight while something has changed. A wrong field gets the focus. */
export function SaveBar({ draft }: { draft: SettingsDraft }) {
  const { t } = useWords();
  const { isChanged, isSaving, isSaved, saveError, mayChange } = draft;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (saveError === null) return;
    // The fields are marked in the same render.
    bar.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [saveError]);
  if (!mayChange) return <Notice tone="info">{t('state.viewerOnly')}</Notice>;
  const wrong = saveError?.fields.length ?? 0;
  return (
    <div className="woa-save-bar" data-shown={isChanged || undefined} ref={bar}>
      {saveError && (
        <Notice tone="bad" live heading={t('settings.notSaved')}>
          {wrong > 0 ? t('settings.wrongFields', { count: wrong }) : saveError.message}
        </Notice>
      )}
      <div className="woa-actions">
        {isChanged && (
          <>
            <Button type="submit" kind="primary" busy={isSaving}>
              {t('act.save')}
            </Button>
            <Button onClick={draft.discard}>{t('settings.discard')}</Button>
          </>
        )}
        <span role="status" className="woa-muted">
          {isSaved && t('state.saved')}
          {isChanged && t('settings.unsaved')}
        </span>
      </div>
    </div>
  );
}

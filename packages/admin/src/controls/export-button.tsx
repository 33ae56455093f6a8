import { useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import type { AdminError } from '../connection/admin-error.js';
import { useMay } from '../connection/use-staff.js';
import { useAdmin } from '../use-admin.js';
import { useWords } from '../words/use-words.js';
import { Button } from './button.js';
import { Icon } from './icon.js';
import { saveFile } from './save-file.js';

interface ExportButtonProps {
  table: 'sessions' | 'notifications' | 'consents';
  /** What the file is narrowed to: the filter that is shown. */
  filter: object;
}

/** The rows as a CSV file. With a cookie the browser itself streams it to the disk; a token must go in a header, so then it is fetched. */
export function ExportButton({ table, filter }: ExportButtonProps) {
  const { api } = useAdmin();
  const { t } = useWords();
  const mayExport = useMay('data.export');
  const [state, setState] = useState<'idle' | 'busy' | AdminError>('idle');
  if (!mayExport) return null;
  const path = adminPaths.export(table);
  const label = (
    <>
      <Icon name="download" />
      {t('act.export')}
    </>
  );
  if (api.byCookie) {
    return (
      <a className="woa-button" href={api.address(path, filter)} download={`${table}.csv`}>
        {label}
      </a>
    );
  }
  const fetchFile = async () => {
    setState('busy');
    try {
      const response = await api.open(path, filter);
      saveFile(await response.blob(), `${table}.csv`);
      setState('idle');
    } catch (error) {
      setState(error as AdminError);
    }
  };
  return (
    <>
      <Button busy={state === 'busy'} onClick={() => void fetchFile()}>
        {label}
      </Button>
      <span className="woa-note" role="status">
        {state === 'busy' && t('act.exporting')}
        {typeof state === 'object' && t('act.exportFailed', { reason: state.message })}
      </span>
    </>
  );
}

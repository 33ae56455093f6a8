import type { StaffSession } from '@whatsapp-optin/sdk/contract';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { FilterField } from '../controls/filters.js';
import { Icon } from '../controls/icon.js';
import { useAdmin } from '../use-admin.js';
import { useWords } from '../words/use-words.js';
import { Initials } from './initials.js';
import type { ConsoleTheme, Preferences } from './use-preferences.js';

export interface PreferencesProps {
  preferences: Preferences;
  onPreferences: (changes: Partial<Preferences>) => void;
}

/** Who is signed in, the language and theme of this browser, and the way out. */
export function Account({ staff, ...preferences }: PreferencesProps & { staff: StaffSession }) {
  const { t, named } = useWords();
  const { queries } = useAdmin();
  const signOut = useAct<void, void>((api) => api.send('DELETE', adminPaths.staffSession), []);
  return (
    <div className="woa-account">
      <div className="woa-who">
        <Initials name={staff.name} shape="round" />
        <div className="woa-who-text">
          <bdi className="woa-strong">{staff.name}</bdi>
          <span className="woa-note">{named('role', staff.role)}</span>
        </div>
        <Button
          kind="plain"
          square
          aria-label={t('console.signOut')}
          title={t('console.signOut')}
          busy={signOut.isPending}
          onClick={() => signOut.mutate(undefined, { onSuccess: () => void queries.resetQueries() })}
        >
          <Icon name="leave" />
        </Button>
      </div>
      <PreferenceFields {...preferences} />
    </div>
  );
}

/** Language and theme, kept in this browser. */
export function PreferenceFields({ preferences, onPreferences }: PreferencesProps) {
  const { t } = useWords();
  return (
    <div className="woa-preferences">
      <FilterField<'ar'>
        label={t('settings.language')}
        icon="globe"
        all="English"
        value={preferences.locale === 'ar' ? 'ar' : ''}
        onChange={(locale) => onPreferences({ locale: locale === 'ar' ? 'ar' : 'en' })}
        choices={[{ value: 'ar', label: 'العربية' }]}
      />
      <FilterField<Exclude<ConsoleTheme, 'auto'>>
        label={t('console.theme')}
        icon="moon"
        all={t('console.auto')}
        value={preferences.theme === 'auto' ? '' : preferences.theme}
        onChange={(theme) => onPreferences({ theme: theme === '' ? 'auto' : theme })}
        choices={[
          { value: 'light', label: t('console.light') },
          { value: 'dark', label: t('console.dark') },
          { value: 'contrast', label: t('console.contrast') },
        ]}
      />
    </div>
  );
}

import type { SmsChanges, SmsSettingsDocument } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { Failure } from '../controls/failure.js';
import { TextField } from '../controls/fields.js';
import { useWords } from '../words/use-words.js';

/** The daily limit and the countries. A new key resets the form to what is saved. */
export function SmsLimits({ sms }: { sms: SmsSettingsDocument }) {
  const { t, formats } = useWords();
  const mayChange = useMay('settings.write');
  const [limit, setLimit] = useState(String(sms.dailyLimit));
  const [countries, setCountries] = useState(sms.allowedCountries.join(', '));
  const save = useAct<SmsChanges, SmsSettingsDocument>(
    (api, body) => api.send('PUT', adminPaths.sms, body),
    ['settings'],
  );
  const codes = countries
    .toUpperCase()
    .split(/[\s,،]+/)
    .filter(Boolean);
  const isChanged = limit !== String(sms.dailyLimit) || codes.join() !== sms.allowedCountries.join();
  const wrong = (field: string) => save.error?.fields.find((one) => one.field.startsWith(field))?.message;
  return (
    <section className="woa-panel" aria-label={t('sms.limits')}>
      <h3>{t('sms.limits')}</h3>
      <form
        className="woa-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) save.mutate({ dailyLimit: limit === '' ? null : Number(limit), allowedCountries: codes });
        }}
      >
        <TextField
          label={t('sms.dailyLimit')}
          hint={t('sms.dailyLimitHint')}
          type="number"
          min={0}
          max={1_000_000}
          disabled={!mayChange}
          value={limit}
          onChange={(event) => setLimit(event.target.value)}
          wrong={wrong('dailyLimit')}
        />
        <TextField
          label={t('sms.countries')}
          hint={codes.length === 0 ? t('sms.noCountry') : formats.list(codes.map((code) => formats.country(code)))}
          dir="ltr"
          disabled={!mayChange}
          value={countries}
          onChange={(event) => setCountries(event.target.value)}
          wrong={wrong('allowedCountries')}
        />
        {save.error && save.error.fields.length === 0 && <Failure error={save.error} />}
        {mayChange && (
          <div className="woa-actions">
            <Button type="submit" kind="primary" busy={save.isPending} disabled={!isChanged}>
              {t('act.save')}
            </Button>
            <span role="status" className="woa-muted">
              {save.isSuccess && t('state.saved')}
            </span>
          </div>
        )}
      </form>
    </section>
  );
}

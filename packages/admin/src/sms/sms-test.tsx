import type { SmsTestAnswer } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';
import { useMay } from '../connection/use-staff.js';
import { Button } from '../controls/button.js';
import { Failure } from '../controls/failure.js';
import { TextField } from '../controls/fields.js';
import { Notice } from '../controls/notice.js';
import { useWords } from '../words/use-words.js';

/** One SMS to a number of the reader's own, under the same rules as any. */
export function SmsTest({ isOn }: { isOn: boolean }) {
  const { t, named, formats } = useWords();
  const mayTest = useMay('sms.test');
  const [phone, setPhone] = useState('');
  const test = useAct<string, SmsTestAnswer>(
    (api, to) => api.send('POST', adminPaths.smsTest, { phone: to }),
    ['settings'],
  );
  if (!mayTest) return null;
  const { data, error } = test;
  return (
    <section className="woa-panel" aria-label={t('sms.test')}>
      <h3>{t('sms.test')}</h3>
      <form
        className="woa-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (phone !== '') test.mutate(phone);
        }}
      >
        <TextField
          label={t('sms.ownNumber')}
          hint={t('sms.testHint')}
          type="tel"
          dir="ltr"
          autoComplete="tel"
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
          wrong={error?.fields[0]?.message}
        />
        <div className="woa-actions">
          <Button type="submit" busy={test.isPending} disabled={!isOn || phone === ''}>
            {t('sms.send')}
          </Button>
        </div>
        {error && error.fields.length === 0 && <Failure error={error} />}
        {data && (
          <Notice tone={data.success ? 'good' : 'bad'} live heading={t(data.success ? 'sms.accepted' : 'sms.refused')}>
            {data.reason && <p>{named('reason', data.reason)}</p>}
            {data.estimatedCostCents !== null && (
              <p>{t('deliveries.costEstimated', { amount: formats.money(data.estimatedCostCents, null) })}</p>
            )}
          </Notice>
        )}
      </form>
    </section>
  );
}

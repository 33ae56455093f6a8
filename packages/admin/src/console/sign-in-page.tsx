import type { SignInRequest, StaffSession } from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { AdminRoot } from '../admin-root.js';
import { adminPaths } from '../connection/admin-paths.js';
import { staffQuery } from '../connection/staff-query.js';
import { useAct } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { Failure } from '../controls/failure.js';
import { TextField } from '../controls/fields.js';
import { useAdmin } from '../use-admin.js';
import { useWords } from '../words/use-words.js';

/** An admin key is exchanged for a cookie that no script can read; the key itself is kept nowhere. */
export function SignInPage() {
  const { t } = useWords();
  const { api, queries } = useAdmin();
  const [key, setKey] = useState('');
  const signIn = useAct<SignInRequest, StaffSession>((to, body) => to.send('POST', adminPaths.staffSession, body), []);
  const isWrong = signIn.error?.status === 401;
  const enter = (session: StaffSession) => {
    // What another has seen on this page before is not for who comes now.
    queries.removeQueries({ predicate: ({ queryKey: [topic] }) => topic !== 'staff' });
    queries.setQueryData(staffQuery(api).queryKey, session);
  };
  return (
    <AdminRoot as="div" className="woa-sign-in">
      <main className="woa-panel">
        <h1 className="woa-title">{t('console.title')}</h1>
        <p className="woa-muted">{t('console.signInHint')}</p>
        <form
          className="woa-stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (key.trim() !== '' && !signIn.isPending) signIn.mutate({ key: key.trim() }, { onSuccess: enter });
          }}
        >
          <TextField
            label={t('console.key')}
            type="password"
            dir="ltr"
            autoComplete="current-password"
            autoFocus
            value={key}
            onChange={(event) => setKey(event.target.value)}
            wrong={isWrong ? t('console.wrongKey') : undefined}
          />
          {signIn.error && !isWrong && <Failure error={signIn.error} />}
          <Button type="submit" kind="primary" busy={signIn.isPending}>
            {t('console.signIn')}
          </Button>
        </form>
      </main>
    </AdminRoot>
  );
}

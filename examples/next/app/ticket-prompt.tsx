'use client';

import { usePush, WhatsAppNotificationPrompt } from '@whatsapp-optin/react';
import type { OptInCreated } from '@whatsapp-optin/sdk/contract';
import { useMemo } from 'react';

const SERVER = '/whatsapp';

export function TicketPrompt({ number, optIn }: { number: string; optIn: OptInCreated }) {
  const push = usePush(useMemo(() => ({ server: SERVER, optInId: optIn.id, clientToken: optIn.clientToken }), [optIn]));
  return (
    <>
      <WhatsAppNotificationPrompt
        ticketNumber={number}
        organizationName="Acme Clinic"
        companyWhatsAppNumber="+966500000000"
        server={SERVER}
        optIn={optIn}
        locale="en"
        onOptIn={() => undefined}
        onSkip={() => undefined}
      />
      <p>
        <button type="button" onClick={() => void push.enable()}>
          Notify me in this browser, too
        </button>{' '}
        <output>{push.status === 'idle' ? '' : push.status}</output>
      </p>
    </>
  );
}

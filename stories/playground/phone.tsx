import { useState } from 'react';

interface PhoneProps {
  /** What WhatsApp was opened with; `null` while it has not been. */
  message: string | null;
  organizationName: string;
  onSend: () => void;
}

/** The customer's phone: WhatsApp with the message written, and a Send button that connects the opt-in. */
export function Phone({ message, organizationName, onSend }: PhoneProps) {
  const [sent, setSent] = useState(false);
  const send = () => {
    setSent(true);
    onSend();
  };
  return (
    <section className="phone" aria-label="The customer’s phone" data-open={message !== null || undefined}>
      <header className="phone-bar">
        <span className="phone-avatar" aria-hidden="true">
          {organizationName.slice(0, 1)}
        </span>
        {organizationName}
      </header>
      <div className="phone-chat">
        {message === null && <p className="phone-hint">Tap the link in the prompt. WhatsApp opens here.</p>}
        {sent && message !== null && (
          <p className="phone-bubble" dir="auto">
            {message}
          </p>
        )}
      </div>
      <footer className="phone-foot">
        <p className="phone-draft" dir="auto">
          {sent ? '' : message}
        </p>
        <button type="button" className="phone-send" disabled={message === null || sent} onClick={send}>
          Send
        </button>
      </footer>
    </section>
  );
}

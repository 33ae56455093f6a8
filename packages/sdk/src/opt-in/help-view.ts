import { formatPhoneNumber } from '../format-phone-number.js';
import type { OptInViewHelp, OptInViewRow } from './opt-in-view.js';
import type { OptInViewInput } from './opt-in-view-input.js';
import { richText } from './rich-text.js';

/** The help panel: every other way to the same chat, for a customer whose tap opened nothing. */
export function helpPanel(input: OptInViewInput): OptInViewHelp {
  const { translator, phone, message, ways = {}, helpOpen = false, notice } = input;
  const { t } = translator;
  const link = (id: OptInViewRow['id'], label: string, href: string | undefined): OptInViewRow[] =>
    href ? [{ id, label, icon: 'external', href, target: input.target ?? '_blank' }] : [];
  const copyRow = (id: OptInViewRow['id'], label: string, done: boolean): OptInViewRow =>
    done ? { id, label: t('help.copied'), icon: 'check', done } : { id, label, icon: 'copy' };
  return {
    open: helpOpen,
    heading: t('help.heading'),
    closeLabel: t('help.close'),
    steps: [
      [t('help.stepOpen')],
      ...(phone ? [richText(translator, 'help.stepChat', { isolated: { phone: formatPhoneNumber(phone) } })] : []),
      ...(message ? [[t('help.stepPaste')]] : []),
      [t('help.stepReturn')],
    ],
    message: message ? { label: t('help.message'), text: message } : null,
    rows: [
      ...link('open_app', t('help.openWhatsApp'), ways.app ?? ways.universal),
      ...link('open_business', t('help.openBusiness'), ways.business),
      ...link('open_web', t('help.openWeb'), ways.web),
      ...(phone ? [copyRow('copy_number', t('help.copyNumber'), notice === 'numberCopied')] : []),
      ...(message ? [copyRow('copy_message', t('help.copyMessage'), notice === 'messageCopied')] : []),
      {
        id: 'show_qr',
        label: t(input.qrShown ? 'help.hideQr' : 'help.showQr'),
        icon: 'qr',
        expanded: Boolean(input.qrShown),
      },
      { id: 'no_whatsapp', label: t('waiting.noWhatsApp'), icon: 'no' },
    ],
  };
}

import type { Catalogue } from './catalogue.js';

/** Filipino: kayo and po; the English words that people say (notification, update, turn). Both plural forms read alike. */
const fil = {
  message: {
    simple: 'Hello po, gusto ko pong makatanggap ng mga notification tungkol sa pila',
    branded: 'Hello po {{companyName}}, pakipadalhan po ako ng mga update sa pila para sa numero {{ticketNumber}}',
    detailed:
      'Hello po {{companyName}}! Kakakuha ko lang po ng numero {{ticketNumber}} at gusto ko pong makatanggap ng mga notification sa WhatsApp tungkol sa pila. Salamat po!',
    generic: 'Hello po, kakapila ko lang po at gusto ko pong makatanggap ng mga update sa WhatsApp',
    formal:
      'Magandang araw po {{companyName}}, nais ko pong makatanggap ng mga abiso tungkol sa pila para sa numero {{ticketNumber}}. Maraming salamat po.',
    casual:
      'Hi {{companyName}}! Kakakuha ko lang ng numero {{ticketNumber}}, puwede bang i-update ako sa WhatsApp? Salamat! 😊',
    brief: 'Hello po, numero {{ticketNumber}} - pakipadala po ng mga update sa WhatsApp',
    reference: ' (ref: {{code}})',
  },
  prompt: {
    heading: 'Maaabisuhan kayo kapag turn na ninyo',
    description: '{{organization}} · numero {{ticket}}',
    descriptionTicket: 'Numero {{ticket}}',
    benefitTicket: 'Kumpirmasyon ng numero',
    benefitPosition: 'Puwesto sa pila',
    benefitAlmost: 'Abiso kapag malapit na kayo',
    benefitTurn: 'Abiso kapag turn na ninyo',
    link: 'I-on ang mga notification sa WhatsApp',
    skip: 'Laktawan',
    close: 'Isara',
    inAppBrowser: 'Kung hindi magbukas ang WhatsApp, buksan ang page na ito sa browser ninyo.',
    offline: 'Offline kayo ngayon. Mag-a-update ang page na ito kapag bumalik ang koneksiyon.',
    number: 'Manggagaling ang mga mensahe sa',
    consentFirst: 'Kayo po ang unang magpapadala ng mensahe: pindutin ang “Ipadala”, saka bumalik dito.',
    consent_one:
      'Makakatanggap kayo ng mga update para lang sa pagbisitang ito, sa loob ng {{hours}} oras. Para itigil ang mga ito, mag-reply ng STOP anumang oras.',
    consent_other:
      'Makakatanggap kayo ng mga update para lang sa pagbisitang ito, sa loob ng {{hours}} oras. Para itigil ang mga ito, mag-reply ng STOP anumang oras.',
  },
  channels: {
    sms: 'Maaari ring dumating ang mga agarang update sa SMS.',
    push: 'Maaari ring dumating ang mga agarang update sa push notification.',
    sms_push: 'Maaari ring dumating ang mga agarang update sa SMS o push notification.',
  },
  qr: {
    label: 'QR code: binubuksan ang WhatsApp na may mensahe ninyo',
    caption: 'Itapat dito ang camera ng telepono ninyo. Kusang mag-a-update ang page na ito.',
    captionStatic: 'Itapat dito ang camera ng telepono ninyo para ipadala ang mensahe.',
    consentFirst: 'Kayo po ang unang magpapadala ng mensahe: i-scan ang code, saka pindutin ang “Ipadala”.',
    scan: 'I-scan gamit ang telepono ninyo',
    reset: 'Kusang mabubura ang nasa screen na ito.',
  },
  steps: {
    label: 'Pindutin ang “Ipadala”, saka bumalik dito',
    open: 'Bubukas ang WhatsApp',
    send: 'Pindutin ang “Ipadala”',
    return: 'Bumalik dito',
  },
  waiting: {
    heading: 'Pindutin na ang “Ipadala” sa WhatsApp',
    description: 'Nakasulat na ang mensahe ninyo.',
    status: 'Hinihintay ang mensahe ninyo…',
    statusStatic: 'Kapag napindot na ninyo ang “Ipadala”, darating ang mga update sa WhatsApp.',
    openAgain: 'Buksan ulit ang WhatsApp',
    noWhatsApp: 'Hindi ako gumagamit ng WhatsApp',
    help: 'Hindi ba nagbukas ang WhatsApp?',
  },
  help: {
    heading: 'Kayo mismo ang magpadala ng mensahe',
    close: 'Isara',
    stepOpen: 'Buksan ang WhatsApp o WhatsApp Business sa telepono ninyo.',
    stepChat: 'Magsimula ng chat sa {{phone}}.',
    stepPaste: 'I-paste ang mensahe sa ibaba at pindutin ang “Ipadala”.',
    stepReturn: 'Bumalik dito.',
    message: 'Mensahe ninyo',
    openWhatsApp: 'Buksan sa WhatsApp',
    openBusiness: 'Buksan sa WhatsApp Business',
    openWeb: 'Buksan ang WhatsApp Web',
    copyNumber: 'Kopyahin ang numero',
    copyMessage: 'Kopyahin ang mensahe',
    showQr: 'Ipakita ang QR code',
    hideQr: 'Itago ang QR code',
    copied: 'Nakopya na',
    copyFailed: 'Hindi makakopya sa browser na ito. Pindutin nang matagal ang text para kopyahin ito.',
  },
  connected: {
    heading: 'Naka-on na ang mga update sa WhatsApp',
    status: 'Konektado na kayo',
    untilToday: 'Konektado kayo hanggang {{time}}',
    untilTomorrow: 'Konektado kayo hanggang bukas, {{time}}',
    untilDate: 'Konektado kayo hanggang {{date}}, {{time}}',
    note: 'Puwede na ninyong isara ang page na ito.',
    stop: 'Para itigil ang mga update, mag-reply ng STOP anumang oras.',
    receipt: 'I-download ang resibo ng pahintulot',
  },
  ended: {
    heading: 'Tapos na ang mga update ninyo sa WhatsApp',
    status: 'Magpadala ng bagong mensahe para patuloy na makatanggap ng mga update.',
    restart: 'Kumonekta ulit',
  },
  expired: {
    heading: 'Nag-expire na ang link na ito',
    status: 'Walang mensaheng dumating sa takdang oras.',
    restart: 'Kumuha ng bagong link',
  },
  declined: {
    heading: 'Walang mga update sa WhatsApp',
    status:
      'Wala kayong matatanggap na mensahe sa WhatsApp. Pakibantayan po ang numero ninyo kung saan kayo naghihintay.',
    restart: 'I-on pa rin ang mga update sa WhatsApp',
  },
  failed: {
    heading: 'Hindi available ang mga update sa WhatsApp sa ngayon',
    network: 'Hindi maabot ang server. Pakitingnan po ang koneksiyon ninyo.',
    disabled: 'Naka-off dito ang mga update sa WhatsApp.',
    other: 'Nagkaroon ng problema. Hindi nawala ang puwesto ninyo sa pila.',
    withLink: 'Hindi maipakita ang live status sa ngayon. Puwede pa rin ninyong ipadala ang mensahe.',
    restart: 'Subukan ulit',
  },
} as const satisfies Catalogue;

export default fil;

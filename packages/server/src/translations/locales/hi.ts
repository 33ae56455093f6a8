import type { Catalogue } from './catalogue.js';

/** Hindi: आप; the English words that people say (टोकन, लाइन, मैसेज); numbers come in as Latin digits, as CLDR writes Hindi. */
export const hi: Catalogue = {
  welcomeThanks_one: '{{company}} से संपर्क करने के लिए धन्यवाद। अब {{number}} घंटे तक आपको WhatsApp पर ये नोटिफ़िकेशन मिलेंगे:',
  welcomeThanks_other: '{{company}} से संपर्क करने के लिए धन्यवाद। अब {{number}} घंटे तक आपको WhatsApp पर ये नोटिफ़िकेशन मिलेंगे:',
  welcomeKinds: '• टोकन की पुष्टि\n• लाइन में आपका नंबर\n• बारी पास आने पर सूचना\n• बारी आने पर सूचना',
  welcomeTicket: 'ये नोटिफ़िकेशन टोकन {{ticket}} के लिए हैं।',
  welcomeActiveUntil: 'नोटिफ़िकेशन {{date}} को {{time}} बजे तक चालू रहेंगे।',
  welcomeHelp: 'मदद चाहिए? कभी भी जवाब दें।',
  welcomeStop: 'ये मैसेज रोकने के लिए जवाब में STOP लिखकर भेजें।',
  welcomePage: 'अपने टोकन के पेज पर वापस जाएँ:\n{{url}}',
  welcomeOwnPage: 'बंद करें, रोकें या अपना डेटा देखें:\n{{url}}',

  optOutConfirmation: 'अब आपको {{company}} के मैसेज नहीं आएँगे। इन्हें फिर से पाने के लिए जवाब में START लिखकर भेजें।',
  stopQuestion: '{{company}} के अपडेट रोकने के लिए जवाब में STOP लिखकर भेजें।',

  ticketCreatedTitle: 'टोकन {{ticket}} की पुष्टि हो गई',
  ticketCreated: '{{company}} में आपके टोकन {{ticket}} की पुष्टि हो गई है।',
  position: 'लाइन में आपका नंबर {{position}} है।',
  ahead_zero: 'आपसे पहले कोई नहीं है।',
  ahead_one: 'आपसे पहले {{number}} व्यक्ति है।',
  ahead_other: 'आपसे पहले {{number}} लोग हैं।',
  wait_zero: 'अनुमानित इंतज़ार: एक मिनट से कम।',
  wait_one: 'अनुमानित इंतज़ार: करीब {{number}} मिनट।',
  wait_other: 'अनुमानित इंतज़ार: करीब {{number}} मिनट।',

  positionUpdateTitle: 'टोकन {{ticket}}: लाइन का अपडेट',
  positionUpdate: 'टोकन {{ticket}}, {{company}}: लाइन में आपका नंबर {{position}} है।',
  positionUpdateUnknown: 'टोकन {{ticket}}, {{company}}: लाइन आगे बढ़ी है।',

  almostYourTurnTitle: 'आपकी बारी आने वाली है',
  almostYourTurn: 'टोकन {{ticket}}: आपकी बारी आने वाली है।',
  stayNear: 'कृपया {{place}} के पास रहें।',
  stayNearby: 'कृपया आस-पास ही रहें।',

  yourTurnTitle: 'आपकी बारी आ गई है',
  yourTurn: 'आपकी बारी आ गई है। टोकन: {{ticket}}।',
  proceedTo: 'कृपया {{place}} की ओर जाएँ।',
  proceedNow: 'कृपया अभी आएँ।',

  sessionExpiringTitle: 'WhatsApp अपडेट खत्म होने वाले हैं',
  sessionExpiring_zero: '{{company}} के WhatsApp अपडेट एक मिनट से भी कम समय में खत्म हो जाएँगे।',
  sessionExpiring_one: '{{company}} के WhatsApp अपडेट {{number}} मिनट में खत्म हो जाएँगे।',
  sessionExpiring_other: '{{company}} के WhatsApp अपडेट {{number}} मिनट में खत्म हो जाएँगे।',
  sessionExpiringSoon: '{{company}} के WhatsApp अपडेट जल्द ही खत्म हो जाएँगे।',
  sessionExpiringKeep: 'अपडेट पाते रहने के लिए इस संदेश का जवाब दें।',

  criticalTitle: 'ज़रूरी सूचना',
  critical: 'टोकन {{ticket}} के बारे में ज़रूरी सूचना। कृपया स्टाफ़ से बात करें।',

  actionOnMyWay: 'रास्ते में हूँ',
  actionMoreTime: '{{number}} मिनट और',
  actionLeave: 'कतार छोड़ें',
  replyWithNumber: 'संख्या से जवाब दें:',

  quickReplyYes: 'जी हाँ, ज़रूर।',
  quickReplyAsk: 'कृपया रिसेप्शन पर पूछें।',
  quickReplySoon: 'लगभग {{number}} मिनट में।',
};

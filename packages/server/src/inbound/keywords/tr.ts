import type { Keywords } from './keywords.js';

export const tr: Keywords = {
  stop: [
    'dur',
    'durdur',
    'durdurun',
    'lütfen durdurun',
    'ret',
    'mesajları durdur',
    'mesajları durdurun',
    'mesajları kapat',
    'mesajları iptal et',
    'bildirimleri durdur',
    'bildirimleri durdurun',
    'bildirimleri kapat',
    'bildirimleri iptal et',
    'abonelikten çık',
    'aboneliği iptal et',
    'abonelik iptali',
    'mesaj göndermeyin',
    'artık mesaj göndermeyin',
    'mesaj atmayın',
    'mesaj istemiyorum',
    'bildirim istemiyorum',
  ],
  start: ['başlat', 'başla', 'devam et', 'abone ol', 'bildirimleri aç', 'mesajları aç'],
};

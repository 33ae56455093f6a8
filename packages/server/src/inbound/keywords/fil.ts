import type { Keywords } from './keywords.js';

export const fil: Keywords = {
  stop: [
    'itigil',
    'itigil na',
    'tigil',
    'tigil na',
    'ihinto',
    'ihinto na',
    'stop na',
    'stop po',
    'stop na po',
    'pakitigil',
    'paki-stop',
    'i-stop na',
    'mag-unsubscribe',
    'itigil ang mga mensahe',
    'huwag nang magpadala',
    'wag nang magpadala',
    'huwag nang mag-message',
    'ayaw ko ng mga mensahe',
  ],
  start: ['simulan', 'simulan ulit', 'ituloy', 'start po', 'mag-subscribe'],
};

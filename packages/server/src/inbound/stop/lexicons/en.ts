import { phrases, type Lexicon } from '../lexicon.js';

export const en: Lexicon = {
  stop: phrases(`
    take my number out, take my name off, remove my name, stop it, stop this, stop that, stop now, unsub,
    unsubscribe me, opt me out, unsubscribed, remove me, remove my number, delete my number, remove my phone number,
    delete my phone number, turn these messages off, turn messages off, turn them off, turn notifications off,
    turn the notifications off, turn these notifications off, turn it off, switch them off, switch notifications off,
    erase my number, take my number off, leave me alone, cease, desist
  `),
  halt: [],
  end: phrases(`
    remove me from, take me off of, drop me from, delete me, take us off, i decline, opt me out of, opt out of,
    unsubscribe from, unsubscribe me from, get rid of, end, quit, cancel, turn off, turn of, switch off, switch of,
    shut off, disable, deactivate, mute, revoke, withdraw, terminate, discontinue, halt, take me off, take me of,
    take me out of, get me off, enough, enough of, enough with, delete me from, remove us from, no to
  `),
  object: phrases(`
    database, system, service, this service, mailing, distribution list, broadcast, broadcasts, notices, notice,
    announcements, info, information, texts, text messages, alerts, alert, reminders, reminder, promotions,
    promotion, promos, promo, promotional, marketing, ads, advertising, newsletter, newsletters, subscription, list,
    mailing list, contact list, consent, permission, whatsapps, dms, texting, messaging, spamming, emails, mails,
    communications, communication, pings, messeges, massages
  `),
  send: phrases(`
    be contacted, be messaged, be notified, be texted, reach out, reaching out, ping me, hit me up, send, sending,
    text, contact, contacting, message, msging, msg, write to, writing to, bother, bothering, bug, bugging, pinging,
    ping, harassing, annoying, disturb, disturbing, whatsapping, emailing, notifying, notify, contacted, texted,
    messaged, notified, messing, textin, sendin, spam
  `),
  not: phrases(`don’t, dont, do not, never, don’t ever, do not ever, not to, should not, must not`),
  refuse: phrases(`
    no need for, no need of, there is no need for, have no need for, prefer not, i’d prefer not, would prefer not,
    rather not, i’d rather not, no more, no further, don’t want, dont want, do not want, no longer want,
    no longer wish, not want, no longer need, don’t need, dont need, do not need, do not wish, don’t wish,
    not interested in, don’t like, dont like, would rather not, no longer interested in, never asked for,
    don’t want to get, didn’t sign up for, did not sign up for, don’t wish to be, do not want to be,
    don’t want to be
  `),
  refusal: [],
  me: phrases(`
    this phone, anyone here, my family, me, to me, us, to us, my phone, my number, this number, to this number,
    to my phone
  `),
  request: phrases(`
    can you, could you, would you, will you, can you guys, can u, could u, would you mind, can we please,
    could we please
  `),
  doubt: phrases(`
    how, how do i, how to, how can i, can i, could i, may i, should i, do i, do i need to, what, what if, when,
    where, which, will, will the, if, later, tomorrow, until, till, maybe, reply, write, type, for today,
    what happens, is it possible, after, before, unless, for ticket, for now, did, does, has, is, are, he, she, they,
    it, doctor
  `),
  other: phrases(`
    to stop these messages, you will get no more, don’t stop, dont stop, do not stop, never stop, can’t stop,
    cannot stop, cant stop, won’t stop, not stop, to stop the, next stop, last stop, first stop, one stop, the stop,
    a stop, at stop, tram stop, train stop, metro stop, your stop, my stop, full stop, pit stop, non stop, stop by,
    stop sign, stop light, stop in, stop at, stop and go, stop for gas, stop over, stop smoking, stop taking,
    stop eating, stop drinking, stop breathing, which stop, why, keep the, keep them, keep me, keep sending, keep it,
    please keep, waiting list, the end, end of, had to stop, need to stop, have to stop, got to stop, this stop,
    that stop, stop there, stop here, where should i stop, says stop, sign says, doesn’t stop, did you stop,
    do you stop, yet, didn’t get, did not get, don’t unsubscribe, do not unsubscribe, don’t cancel, do not cancel,
    just kidding, stop watch, stop lights, stop signs, any stop, taxi stop
  `),
  unsure: phrases(`
    sick of, tired of, fed up with, too many messages, too many texts, so many messages, too many notifications,
    so many texts, cancel that
  `),
  filler: phrases(`
    you keep, i’m all set, all set, completely, permanently, forever, altogether, entirely, please and thank you,
    thank, in future, in the future, going forward, right away, straight away, i have asked, asked you,
    already asked, not my appointment, i do not know you, i don’t know you, who is this, you have the wrong number,
    you got the wrong number, i’m fine now, im fine now, i’m good, im good, can, could, would, be, it is annoying,
    this is annoying, annoying, too, also, them, it’s, the, these, those, this, that, all, any, all of, all the, my,
    your, a, an, and, so, i, you, to, want, i want, i want you to, would like, i would like, i’d like, i wish, wish,
    just, kindly, immediately, asap, right now, at once, today, again, anymore, any more, more, any longer, ever,
    ever again, thank u, many thanks, thank you very much, thanks a lot, ty, tysm, thanks for your help, for,
    very much, sir, madam, guys, dear, team, hey, good morning, bye, good evening, excuse me, apologies, so sorry,
    sorry to bother you, but, from, from you, with, from your list, from this list, from the list, from your system,
    from your database, off, of, yes, anything, anything else, else, stuff, things, further, service,
    from this service, already, i am done, i’m done, im done, done, here, we left, i left, i already left,
    i’ve already been seen, wrong number, wrong person, not interested, for the last time, lol, bro, man, dude,
    really, no, no thanks, no thank you, on, via, through, about, daily, constant, automatic, im, i am, i have been,
    have been, been, seen, at, this instant, thankyou, god, omg, ugh, first, wanna, receive, receiving, get, getting,
    and stop, out, in, am, not, ads too, over, it is over, finished, we are done, we
  `),
};

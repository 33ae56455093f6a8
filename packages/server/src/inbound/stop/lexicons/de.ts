import { phrases, type Lexicon } from '../lexicon.js';

export const de: Lexicon = {
  stop: phrases(`
    lassen sie das, lasst das, löschen sie mich aus, löschen sie mich, löscht mich aus, löscht mich,
    entfernen sie mich aus, entfernen sie mich, entfernt mich, nehmen sie mich aus, tragt mich aus, nehmt mich aus,
    abgemeldet werden, mich austragen, hört damit auf, hören sie damit auf, aufzuhören, zu stoppen, stopp, stoppen,
    stoppt, stoppen sie, abmelden, mich abmelden, abmeldung, abbestellen, aufhören, hören sie auf, hört auf, hör auf,
    hören sie bitte auf, hört bitte auf, melden sie mich ab, meldet mich ab, löschen sie meine nummer,
    löscht meine nummer, meine nummer löschen, nehmen sie mich von, austragen, entfernen sie meine nummer,
    nehmt mich von, tragen sie mich aus, lassen sie mich in ruhe, lasst mich in ruhe, löschen sie bitte meine nummer,
    streichen sie mich von, melden sie mich, nummer löschen, abo kündigen
  `),
  halt: phrases(`ende, beenden, schluss`),
  end: phrases(`
    beenden, beenden sie, abstellen, stellen sie, ausschalten, abschalten, deaktivieren, schluss mit, einstellen,
    kündigen, stornieren, widerrufe, ich widerrufe, widerrufen, unterlassen, genug, beendet, stumm, ende mit,
    unterlassen sie, ziehe, deaktivieren sie, schalten sie, stellt
  `),
  object: phrases(`
    abo, abonnement, newsletter, liste, verteiler, einwilligung, zustimmung, werbung, meldungen, erinnerungen,
    hinweise, mitteilungen, texte, infos, mails, einverständnis
  `),
  objectStems: phrases(`nachricht, benachrichtig, whatsappnachricht`),
  send: phrases(`
    benachrichtigt werden, kontaktiert werden, angeschrieben werden, benachrichtigen, zu benachrichtigen, nerven,
    anzuschreiben, belästigt werden, informiert werden, schicken sie mir, senden sie mir, melden, zuspammen,
    schreiben, schreiben sie, schreibt, schreib, senden, senden sie, sendet, schicken, schicken sie, schickt,
    zu schreiben, zu senden, zu schicken, kontaktieren, kontaktieren sie, anschreiben, belästigen, zuschicken,
    zusenden, zu kontaktieren, kontaktiert, belästigen sie, zu belästigen, stören, texten
  `),
  not: phrases(`nicht mehr, nie wieder, nie mehr, nichts mehr`),
  refuse: phrases(`
    keine lust auf, ich lehne, verzichte auf, ich verzichte auf, keine weiteren, keine weitere, brauche keine,
    will keine, möchte keine, ich will keine, ich möchte keine, ich brauche keine, wir möchten keine,
    ich wünsche keine, bitte keine, kein interesse an
  `),
  refusal: phrases(`
    keine nachrichten mehr, keine nachricht mehr, keine benachrichtigungen mehr, keine updates mehr, keine sms mehr,
    keine mitteilungen mehr, keine whatsapp mehr, keine infos mehr, keine werbung mehr, keine meldungen mehr,
    keine whatsapp nachrichten mehr
  `),
  me: phrases(`mir, mich, uns, an mich, an diese nummer, auf diese nummer, meiner nummer`),
  request: phrases(`können sie, könnten sie, könnt ihr, kannst du, würden sie, könntet ihr, wären sie so nett`),
  doubt: phrases(`
    wie, wann, wo, was, ob, wenn, kann ich, muss ich, soll ich, darf ich, später, morgen, bis, bis morgen, nach,
    schreibe ich, welche, erst, vorerst, falls
  `),
  other: phrases(`
    seit gestern, seit einer stunde, seit heute, noch keine, antworten sie, um diese, sie erhalten, nicht stoppen,
    nicht aufhören, nicht auf, nicht abmelden, nicht beenden, nicht abstellen, nicht löschen, warum, wieso, weshalb,
    hört nicht auf, am ende, das ende, es kommen, keine nachricht bekommen, stoppschild, muss noch, der apotheke,
    nicht stornieren, schild, nicht abbestellen, nicht kündigen
  `),
  unsure: phrases(`
    melde ich mich ab, stoppe ich, beende ich, zu viele nachrichten, so viele nachrichten, genug, schluss,
    zu viele benachrichtigungen
  `),
  filler: phrases(`
    das ist nicht meine nummer, ich kenne sie nicht, endgültig, dauerhaft, komplett, für immer, freundlichst,
    seien sie so nett, werden, nichts, nichts mehr, nie, es reicht, jetzt reicht es, dass, ich bitte sie, ich bitte,
    bitten, wäre, nett, lieb, schicken, um, bitte, danke, danke schön, dankeschön, vielen dank, besten dank,
    entschuldigung, entschuldigen sie, sorry, hallo, guten tag, guten morgen, moin, servus, jetzt, sofort, endlich,
    ab sofort, die, der, das, diese, dieser, diesen, alle, ihre, ihrer, meine, von, mit, den, dem, damit, und, ich,
    sie, ihnen, möchte, ich möchte, will, würde, gerne, gern, bekommen, erhalten, haben, mehr, von der liste,
    aus ihrer liste, aus der liste, aus, ab, an, aus dem verteiler, zu, weiter, wieder, falsche nummer,
    sie haben die falsche nummer, ich bin schon fertig, bin fertig, fertig, kein interesse, nein danke, per whatsapp,
    über whatsapp, mfg, lg, ok, ja, hiermit, ständig, so, noch, weiteren, einfach, doch, mal, bin, schon, ein, eine,
    meinem, meiner, zurück, für, uns nicht, per, auf
  `),
};

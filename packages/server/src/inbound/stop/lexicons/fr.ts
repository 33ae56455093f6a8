import { phrases, type Lexicon } from '../lexicon.js';

export const fr: Lexicon = {
  stop: phrases(`
    me retirer de, de me retirer de, me retirer, retirez moi, enlevez moi, supprimez moi, me supprimer de,
    effacez moi, me désinscrire de, me désabonner de, effacer mon numéro, enlever mon numéro,
    de supprimer mon numéro, stop à, ne plus rien recevoir, arrêtez ça, stop tout, arrêtez, arrêter, arrête,
    arrêtez de, arrêter de, arrête de, d’arrêter, d’arrêter de, cessez de, cesser de, cessez, désabonner,
    me désabonner, désabonnez moi, désabonne moi, désinscrire, désinscription, me désinscrire, désinscrivez moi,
    désabonnement, annuler l’abonnement, supprimez mon numéro, stop aux, supprimer mon numéro, retirez mon numéro,
    retirer mon numéro, enlevez mon numéro, enlevez moi de, retirez moi de, effacez mon numéro,
    laissez moi tranquille, supprimez moi de, me désabonne, stoppez, stopper, stoppez de, stop avec, arrêtez avec,
    arrêtez tout
  `),
  halt: phrases(`arrêt, l’arrêt`),
  end: phrases(`
    annuler, annulez, désactiver, désactivez, couper, coupez, plus de, plus aucun, plus aucune, fini, ça suffit,
    assez de, marre de, suspendre, suspendez, résilier, résiliez, retirer, retire, révoque, mettre fin à,
    mettez fin à, fin des, arrêt des, supprimer, marre des
  `),
  object: phrases(`
    désabonner, me désabonner, désinscrire, me désinscrire, désabonnez moi, messages, message, notifications,
    notification, alertes, rappels, abonnement, mises à jour, textos, texto, publicités, pubs, pub, promotions,
    liste, consentement, mails, newsletter, offres, sollicitations, relances, infos, informations
  `),
  send: phrases(`
    être contacté, être contactée, être sollicité, être sollicitée, être dérangé, être dérangée, être notifié,
    m’embêtez, m’appelez, embêter, nous contacter, m’envoyer de, spam, envoyer, m’envoyer, envoyez, m’envoyez,
    écrire, m’écrire, écrivez, m’écrivez, contacter, contactez, me contacter, me contactez, déranger, me déranger,
    dérangez, me dérangez, envoie, m’envoie, harceler, me harceler, solliciter, sollicitez, spammer, me spammer,
    nous écrire, nous envoyer, m’embêter, relancer, me relancer, notifier, me notifier, écris, m’écris
  `),
  not: phrases(`ne, n’, de ne plus, ne plus, ne pas, de ne pas, jamais, que vous ne`),
  refuse: phrases(`
    je ne veux plus, je veux plus, je ne souhaite plus, je souhaite plus, je ne veux pas, je veux pas, ne plus,
    je ne désire plus, je ne veux aucun, je ne veux plus de, je ne souhaite pas, pas besoin de, plus besoin de,
    je n’ai plus besoin de, pas intéressé par, je refuse de, je refuse
  `),
  refusal: [],
  me: phrases(`me, m’, à moi, sur ce numéro, à ce numéro, sur mon numéro, nous, moi`),
  request: phrases(`
    pouvez vous, pourriez vous, peux tu, pourrais tu, vous pouvez, est ce que vous pouvez, serait il possible d’,
    merci de bien vouloir, veuillez
  `),
  doubt: phrases(`
    si je, si j’, comment, quand, où, puis je, je peux, est ce que, dois je, je dois, faut il, il faut, demain,
    plus tard, jusqu’à, après, répondre, quel, quelle, avant, pour l’instant, est ce que je peux
  `),
  other: phrases(`
    depuis, pour ne plus, répondez, pour continuer, vous ne recevrez plus, n’arrêtez pas, n’arrête pas,
    ne s’arrête pas, pas arrêter, ne pas arrêter, arrêtez pas, pourquoi, au stop, arrêt de bus, arrêt maladie,
    arrêt de travail, en arrêt, un arrêt, vous ne, je ne reçois, feu stop, n’annulez pas, ne stoppez pas, panneau,
    ne me désabonnez pas, je m’arrête
  `),
  unsure: phrases(`trop de messages, ça suffit, tellement de messages, trop de notifications, assez`),
  filler: phrases(`
    l’envoi de, envoi de, l’envoi, envoi, réception, ce n’est pas mon numéro, je ne vous connais pas, définitivement,
    une bonne fois pour toutes, s’il vous plaît merci, d’avance, par avance, un, une, être, été, suite, recevrai,
    cela, ça, je vous prie, je vous prie de, prière de, prière, demande, je demande, vous demande, s’il vous plaît,
    s’il te plaît, svp, stp, merci, merci beaucoup, merci bien, merci de, merci d’, bonjour, bonsoir, salut, désolé,
    désolée, pardon, excusez moi, maintenant, tout de suite, plus, immédiatement, rien, plus rien, aucun, aucune, de,
    des, du, d’, les, le, la, l’, ces, vos, votre, mon, ma, mes, cette, ce, et, je, j’, veux, je veux, je souhaite,
    je voudrais, voudrais, à, aux, avec, tous les, toutes les, tous, toutes, tout, par, sur, whatsapp, bien, vouloir,
    mauvais numéro, erreur de numéro, vous vous trompez de numéro, je suis déjà passé, je suis déjà passée,
    j’ai terminé, j’ai fini, déjà, non merci, pas intéressé, vous, de votre liste, de la liste, encore, monsieur,
    madame, oui, ok, d’accord, pas, autres, d’autres, de votre part, à l’avenir, désormais, recevoir, dorénavant,
    sans cesse, en, pour, cordialement, y, que, là, mais, au, aussi, bref, c’est bon
  `),
};

import { phrases, type Lexicon } from '../lexicon.js';

export const es: Lexicon = {
  stop: phrases(`
    quítame de, quítenme, sácame de, sáquenme, bórrame de, elimíname de, elimínenme de, que dejen de, que paren de,
    que pare de, dejaran de, dejen ya de, quitarme de, salirme de, darme de baja de, borrar mi número,
    eliminar mi número, quitar mi número, ya paren, paren, parar, detener, detengan, detenga, dar de baja,
    darme de baja, darse de baja, dame de baja, denme de baja, deme de baja, quiero la baja, desuscribir,
    desuscribirme, desuscríbanme, desuscriban, cancelar la suscripción, cancelar suscripción, dejen de, deje de,
    deja de, dejar de, paren de, pare de, quiten mi número, quite mi número, borren mi número, borre mi número,
    eliminen mi número, sáquenme de, elimine mi número, bórrenme de, quítenme de, saquen mi número, borra mi número,
    déjenme en paz, cesen
  `),
  halt: phrases(`alto, baja, para ya, ya basta, basta ya, detente`),
  end: phrases(`
    cancelar, cancelen, cancele, cancela, desactivar, desactiven, desactive, apagar, apaguen, quiten, basta de,
    basta con, alto a, alto con, pare, silenciar, quiero cancelar, revoco, retiro, terminar, terminen, suspender,
    suspendan, eliminar, suficientes, baja de
  `),
  object: phrases(`
    darme de baja, dar de baja, denme de baja, mensajes, mensaje, mensajitos, notificaciones, notificación, avisos,
    aviso, alertas, recordatorios, suscripción, novedades, actualizaciones, publicidad, promociones, anuncios, lista,
    textos, correos, consentimiento, información, propaganda, mensajería, chats
  `),
  send: phrases(`
    molestando, seguir enviando, seguir mandando, me contacten, sigan molestando, insistan, insistir, ser contactado,
    ser contactada, hostigar, fastidiar, llenarme, texteen, avisen, enviarnos, mandármelos, bombardear, enviar,
    enviarme, enviando, enviándome, mandar, mandarme, mandando, escribir, escribirme, molestar, molestarme,
    contactarme, contactar, envíen, envíe, envíes, manden, mande, mandes, escriban, escriba, escribas, contacten,
    molesten, moleste, molestes, textearme, mandarnos, llenarme de, notificarme, notifiquen, sigan enviando,
    sigan mandando, sigan escribiendo, vuelvan a escribir, vuelvan a enviar, vuelvan a mandar, vuelvan a escribirme,
    escribiendo, escribiéndome, mandándome
  `),
  not: phrases(`no, ya no, nunca, no me, ya no me, nunca más, que no, que ya no, no vuelvan a`),
  refuse: phrases(`
    ya no deseo recibir, prefiero no, no me gustan, no requiero, paso de, estoy harto de, estoy harta de, rechazo,
    no acepto, no más, no quiero, ya no quiero, no deseo, ya no deseo, no necesito, ya no necesito, no me interesan,
    no quisiera, no me interesa, ni un, no quiero más, ya no me interesan, no autorizo
  `),
  refusal: [],
  me: phrases(`me, a mí, a este número, a mi número, nos, mi número, mi teléfono, mi celular`),
  request: phrases(`
    pueden, puede, podrían, podría, puedes, podrías, me pueden, me puede, serían tan amables de
  `),
  doubt: phrases(`
    qué pasa si, qué hago, qué hora, si yo, será que, cómo, cuándo, dónde, puedo, podría yo, debo, tengo que,
    hay que, escribo, más tarde, mañana, hasta, después, por ahora, cuál, cuánto, será, hoy no, antes
  `),
  other: phrases(`
    todavía, aún, hasta ahora, para dejar de, responda, para seguir, no recibirá, no paren, no pare, no dejen,
    no deje, no dejes, no deja de, no para, no detengan, por qué, no cancelen, no me llegan, no me llega, no recibí,
    no me han, planta baja, presión baja, baja médica, la baja, un alto, muy alto, más alto, tengo que parar, parada,
    baja laboral, no me den de baja, no me cancelen
  `),
  haltHere: phrases(`pare`),
  unsure: phrases(`
    me doy de baja, doy de baja, paro los mensajes, cancelo la suscripción, paro, muchos mensajes,
    demasiados mensajes, tantos mensajes, basta, ya basta, suficiente
  `),
  filler: phrases(`
    el envío de, envío de, recepción de, harto, ya no, inmediatamente por favor, definitivamente, para siempre,
    completamente, tan amables, si son tan amables, sí, claro, este no es mi número, no es mi número,
    no soy esa persona, no los conozco, no sé quiénes son, ya salí, ya me fui, ya pasé, estimado, buen día, tenga,
    he pedido, lo, les, le, se, un, una, son, muchos, por favor, porfavor, porfa, favor, gracias, muchas gracias,
    disculpe, disculpen, perdón, perdone, lo siento, hola, buenos días, buenas tardes, buenas noches, buenas, ya,
    ahora, ahora mismo, más, de inmediato, inmediatamente, nada, nada más, ningún, ninguna, ni, de, del, la, el, los,
    las, estos, estas, esos, esas, sus, su, mis, mi, con, todos, todas, todos los, y, quiero, quisiera, deseo,
    necesito, que, de su lista, de la lista, de ustedes, ustedes, señor, señorita, número equivocado,
    se equivocaron de número, ya me atendieron, ya fui atendido, ya fui atendida, ya terminé, no gracias, le pido,
    les pido, les ruego, te pido, otra vez, nunca, amable, tanto, tantos, tantas, por whatsapp, de whatsapp, en, por,
    este, servicio, al, a, soy, ok, vale, listo, ya estuvo, recibir, recibiendo, seguir, sigan, mandando, o, pero,
    es, muy, estimados, no me interesa, no estoy interesado
  `),
};

import type { Catalogue } from './catalogue.js';

/** Spanish, neutral for Latin America: usted, "fila", "turno" for ticket and turn alike; no form that has a gender. */
const es = {
  message: {
    simple: 'Hola, me gustaría recibir notificaciones de la fila',
    branded: 'Hola, {{companyName}}: por favor, envíenme las novedades de la fila para el turno {{ticketNumber}}',
    detailed:
      '¡Hola, {{companyName}}! Acabo de sacar el turno {{ticketNumber}} y me gustaría recibir notificaciones por WhatsApp sobre mi lugar en la fila. ¡Gracias!',
    generic: 'Hola, acabo de entrar en la fila y me gustaría recibir las novedades por WhatsApp',
    formal:
      'Estimado equipo de {{companyName}}: deseo recibir notificaciones de la fila para el turno {{ticketNumber}}. Muchas gracias.',
    casual:
      '¡Hola, {{companyName}}! Acabo de sacar el turno {{ticketNumber}}, ¿me pueden avisar por WhatsApp? ¡Gracias! 😊',
    brief: 'Hola, turno {{ticketNumber}} - por favor, envíenme las novedades por WhatsApp',
    reference: ' (ref.: {{code}})',
  },
  prompt: {
    heading: 'Reciba un aviso cuando sea su turno',
    description: '{{organization}} · turno {{ticket}}',
    descriptionTicket: 'Turno {{ticket}}',
    benefitTicket: 'Confirmación del turno',
    benefitPosition: 'Lugar en la fila',
    benefitAlmost: 'Aviso cuando falte poco',
    benefitTurn: 'Aviso cuando sea su turno',
    link: 'Activar notificaciones de WhatsApp',
    skip: 'Omitir',
    close: 'Cerrar',
    inAppBrowser: 'Si WhatsApp no se abre, abra esta página en su navegador.',
    offline: 'Sin conexión a internet. Esta página se actualizará cuando vuelva a haber conexión.',
    number: 'Los mensajes llegan desde',
    consentFirst: 'Usted envía el primer mensaje: toque “Enviar” y vuelva aquí.',
    consent_one:
      'Recibirá novedades solo de esta visita, durante {{hours}} hora. Para dejar de recibirlas, responda ALTO en cualquier momento.',
    consent_many:
      'Recibirá novedades solo de esta visita, durante {{hours}} de horas. Para dejar de recibirlas, responda ALTO en cualquier momento.',
    consent_other:
      'Recibirá novedades solo de esta visita, durante {{hours}} horas. Para dejar de recibirlas, responda ALTO en cualquier momento.',
  },
  channels: {
    sms: 'Las novedades urgentes también pueden llegar por SMS.',
    push: 'Las novedades urgentes también pueden llegar por notificación push.',
    sms_push: 'Las novedades urgentes también pueden llegar por SMS o notificación push.',
  },
  qr: {
    label: 'Código QR: abre WhatsApp con su mensaje',
    caption: 'Apunte aquí la cámara de su teléfono. Esta página se actualiza sola.',
    captionStatic: 'Apunte aquí la cámara de su teléfono para enviar el mensaje.',
    consentFirst: 'Usted envía el primer mensaje: escanee el código y toque “Enviar”.',
    scan: 'Escanee con su teléfono',
    reset: 'Esta pantalla se borra sola.',
  },
  steps: {
    label: 'Toque “Enviar” y vuelva aquí',
    open: 'Se abre WhatsApp',
    send: 'Toque “Enviar”',
    return: 'Vuelva aquí',
  },
  waiting: {
    heading: 'Ahora toque “Enviar” en WhatsApp',
    description: 'Su mensaje ya está escrito.',
    status: 'Esperando su mensaje…',
    statusStatic: 'En cuanto toque “Enviar”, las novedades le llegarán por WhatsApp.',
    openAgain: 'Abrir WhatsApp de nuevo',
    noWhatsApp: 'No uso WhatsApp',
    help: '¿No se abrió WhatsApp?',
  },
  help: {
    heading: 'Envíe el mensaje por su cuenta',
    close: 'Cerrar',
    stepOpen: 'Abra WhatsApp o WhatsApp Business en su teléfono.',
    stepChat: 'Inicie un chat con {{phone}}.',
    stepPaste: 'Pegue el mensaje de abajo y toque “Enviar”.',
    stepReturn: 'Vuelva aquí.',
    message: 'Su mensaje',
    openWhatsApp: 'Abrir en WhatsApp',
    openBusiness: 'Abrir en WhatsApp Business',
    openWeb: 'Abrir WhatsApp Web',
    copyNumber: 'Copiar el número',
    copyMessage: 'Copiar el mensaje',
    showQr: 'Mostrar el código QR',
    hideQr: 'Ocultar el código QR',
    copied: 'Copiado',
    copyFailed: 'Este navegador no permite copiar. Mantenga presionado el texto para copiarlo.',
  },
  connected: {
    heading: 'Las novedades por WhatsApp están activadas',
    status: 'La conexión está activa',
    untilToday: 'La conexión está activa hasta hoy, {{time}} h',
    untilTomorrow: 'La conexión está activa hasta mañana, {{time}} h',
    untilDate: 'La conexión está activa hasta el {{date}}, {{time}} h',
    note: 'Ya puede cerrar esta página.',
    stop: 'Para dejar de recibir novedades, responda ALTO en cualquier momento.',
    receipt: 'Descargar el comprobante de consentimiento',
  },
  ended: {
    heading: 'Las novedades por WhatsApp han terminado',
    status: 'Envíe un mensaje nuevo para seguir recibiéndolas.',
    restart: 'Conectar de nuevo',
  },
  expired: {
    heading: 'Este enlace ha vencido',
    status: 'No llegó ningún mensaje a tiempo.',
    restart: 'Obtener un enlace nuevo',
  },
  declined: {
    heading: 'Sin novedades por WhatsApp',
    status: 'No recibirá mensajes de WhatsApp. Por favor, esté pendiente de su número en el lugar donde espera.',
    restart: 'Activar de todos modos las novedades por WhatsApp',
  },
  failed: {
    heading: 'Las novedades por WhatsApp no están disponibles en este momento',
    network: 'No se pudo contactar con el servidor. Por favor, revise su conexión.',
    disabled: 'Las novedades por WhatsApp están desactivadas aquí.',
    other: 'Algo salió mal. Usted conserva su lugar en la fila.',
    withLink: 'No podemos mostrar el estado en tiempo real en este momento. Aún puede enviar el mensaje.',
    restart: 'Intentar de nuevo',
  },
} as const satisfies Catalogue;

export default es;

import type { Keywords } from './keywords.js';

export const ptBR: Keywords = {
  stop: [
    'parar',
    'parem',
    'sair',
    'descadastrar',
    'descadastre',
    'me descadastrar',
    'cancelar inscrição',
    'cancelar assinatura',
    'cancelar mensagens',
    'cancelar notificações',
    'parar mensagens',
    'parar as mensagens',
    'parar notificações',
    'parar de receber',
    'pare por favor',
    'não quero mensagens',
    'não quero mais mensagens',
    'não quero receber mensagens',
    'não quero mais receber',
    'não me mande mais mensagens',
    'não enviem mais mensagens',
    'chega de mensagens',
  ],
  start: ['iniciar', 'ativar', 'reativar', 'retomar', 'ativar notificações', 'quero receber mensagens'],
};

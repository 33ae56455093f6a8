import {
  MESSAGE_ACTIONS,
  NOTIFICATION_TYPES,
  type MessageAction,
  type NotificationType,
  type OrganizationDocument,
} from '@whatsapp-optin/sdk/contract';
import { CheckField } from '../controls/fields.js';
import { useWords } from '../words/use-words.js';
import type { SettingsDraft } from './use-settings.js';

/** Which answers each notification offers as buttons, and what "leave" does. */
export function ActionFields({ draft, shown }: { draft: SettingsDraft; shown: OrganizationDocument }) {
  const { t, named } = useWords();
  const { actions, leaveFreesTicket } = shown;
  const offer = (type: NotificationType, action: MessageAction, isOffered: boolean) => {
    const { [type]: before = [], ...others } = actions;
    const chosen = MESSAGE_ACTIONS.filter((one) => (one === action ? isOffered : before.includes(one)));
    draft.change({ actions: chosen.length === 0 ? others : { ...others, [type]: chosen } });
  };
  const isLeaveOffered = Object.values(actions).some((offered) => offered.includes('leave'));
  return (
    <fieldset className="woa-stack" disabled={!draft.mayChange}>
      <legend className="woa-hidden">{t('settings.actions')}</legend>
      <p className="woa-note">{t('settings.actionsHint')}</p>
      <div className="woa-columns">
        {NOTIFICATION_TYPES.map((type) => (
          <fieldset className="woa-choices" key={type}>
            <legend className="woa-label">{named('notificationType', type)}</legend>
            {MESSAGE_ACTIONS.map((action) => (
              <CheckField
                key={action}
                label={named('answer', action)}
                checked={actions[type]?.includes(action) ?? false}
                onChange={(event) => offer(type, action, event.target.checked)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      {isLeaveOffered && (
        <CheckField
          label={t('settings.leaveFrees')}
          hint={t(leaveFreesTicket ? 'settings.leaveFreesHint' : 'settings.leaveKeepsHint')}
          checked={leaveFreesTicket}
          onChange={(event) => draft.change({ leaveFreesTicket: event.target.checked })}
        />
      )}
    </fieldset>
  );
}

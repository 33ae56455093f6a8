import {
  EVENT_TYPES,
  type EventEndpoint,
  type EventEndpointChanges,
  type EventEndpointCreated,
  type EventType,
} from '@whatsapp-optin/sdk/contract';
import { useState } from 'react';
import { adminPaths } from '../connection/admin-paths.js';
import { useAct } from '../connection/use-admin-query.js';
import { Button } from '../controls/button.js';
import { Dialog } from '../controls/dialog.js';
import { Failure } from '../controls/failure.js';
import { CheckField, TextField } from '../controls/fields.js';
import { useWords } from '../words/use-words.js';

interface EndpointDialogProps {
  /** `null`: a new one. */
  endpoint: EventEndpoint | null;
  onClose: () => void;
  onSaved: (endpoint: EventEndpoint | EventEndpointCreated) => void;
}

/** An address, what it is for, which events go there. */
export function EndpointDialog({ endpoint, onClose, onSaved }: EndpointDialogProps) {
  const { t, named } = useWords();
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [description, setDescription] = useState(endpoint?.description ?? '');
  const [types, setTypes] = useState<readonly EventType[]>(endpoint?.types ?? []);
  const save = useAct<EventEndpointChanges, EventEndpoint | EventEndpointCreated>(
    (api, body) =>
      endpoint === null
        ? api.send('POST', adminPaths.eventEndpoints, body)
        : api.send('PUT', adminPaths.eventEndpoint(endpoint.id), body),
    ['settings'],
  );
  const wrong = (field: string) => save.error?.fields.find((one) => one.field.startsWith(field))?.message;
  const submit = () =>
    save.mutate({ url: url.trim(), description: description.trim(), types: [...types] }, { onSuccess: onSaved });
  return (
    <Dialog
      heading={t(endpoint === null ? 'events.add' : 'events.edit')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('act.cancel')}</Button>
          <Button kind="primary" busy={save.isPending} disabled={url.trim() === ''} onClick={submit}>
            {t(endpoint === null ? 'events.add' : 'act.save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('events.url')}
        hint={t('events.urlHint')}
        type="url"
        dir="ltr"
        value={url}
        maxLength={2_048}
        onChange={(event) => setUrl(event.target.value)}
        wrong={wrong('url')}
      />
      <TextField
        label={t('events.note')}
        hint={t('events.noteHint')}
        value={description}
        maxLength={200}
        onChange={(event) => setDescription(event.target.value)}
        wrong={wrong('description')}
      />
      <fieldset className="woa-choices">
        <legend className="woa-label">{t('events.types')}</legend>
        <p className="woa-note">{t('events.typesHint')}</p>
        {EVENT_TYPES.map((type) => (
          <CheckField
            key={type}
            label={named('eventType', type.replace('.', '_'))}
            checked={types.includes(type)}
            onChange={(event) =>
              setTypes(event.target.checked ? [...types, type] : types.filter((one) => one !== type))
            }
          />
        ))}
      </fieldset>
      {save.error && save.error.fields.length === 0 && <Failure error={save.error} />}
    </Dialog>
  );
}

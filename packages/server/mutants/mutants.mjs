// @ts-check

/**
 * Mistakes that somebody could make in the guard, the claim, de-duplication or verification, each one small edit. A test
 * must be red for every one of them: `node scripts/mutants.mjs`.
 *
 * @typedef {object} Mutant
 * @property {string} name what the mistake does
 * @property {string} file below `packages/server/src`
 * @property {string} from occurs exactly once in the file
 * @property {string} to
 * @property {readonly string[]} tests below `packages/server`; the first red one is enough
 */

const NOTIFICATIONS = 'storage/notification-statements.ts';
const RUN_STATEMENTS = 'storage/run-statements.ts';
const INBOUND = 'storage/migrations/0010_one_person.sql';
/** How a session grows. */
const GROW = 'storage/migrations/0008_accept_inbound.sql';
const DELIVERIES = 'storage/delivery-store.ts';
const BASIS = 'storage/migrations/0012_basis.sql';
const QUEUE = 'batches/batch-queue.ts';
const FURTHER_MESSAGES = ['test/further-messages.integration.test.ts'];
const ACCEPT_BATCH = ['test/accept-batch.integration.test.ts'];
const LINKED_IDS = ['test/linked-ids.integration.test.ts'];
const ONE_PERSON = ['test/one-person.integration.test.ts'];
const NAMES = ['test/model/names.integration.test.ts'];
const LATE = ['test/late-statuses.integration.test.ts'];
const BASES = ['test/basis.integration.test.ts'];
const CLAIMS = ['test/model/claims.integration.test.ts'];
const SEND_BATCHES = ['test/send-batches.integration.test.ts'];
const DUE_RUNS = ['test/due-runs.integration.test.ts'];
const DISPATCH = ['test/dispatch.integration.test.ts'];
const WINDOW = ['test/session-window.integration.test.ts'];
const STOP = ['test/opt-out.integration.test.ts'];
const HIJACK = ['test/hijack.integration.test.ts'];
const MODEL = ['test/model/model.integration.test.ts'];
const GUARDS = ['test/guards.integration.test.ts'];
const PACE = ['test/pace.integration.test.ts'];
const ORDER = ['test/model/order.integration.test.ts'];
const REPLAYS = ['test/replays.integration.test.ts'];

/** @type {readonly Mutant[]} */
export const MUTANTS = [
  {
    name: 'the claim does not ask for STOP',
    file: NOTIFICATIONS,
    from: 'AND NOT (judged.opted_out OR judged.paused)',
    to: 'AND NOT judged.paused',
    tests: CLAIMS,
  },
  {
    name: 'the claim does not ask whether the session was ended',
    file: NOTIFICATIONS,
    from: '    AND locked.ended_at IS NULL AND locked.expires_at >',
    to: '    AND locked.expires_at >',
    tests: CLAIMS,
  },
  {
    name: 'the claim leaves no margin',
    file: NOTIFICATIONS,
    from: 'locked.expires_at > clock_timestamp() + make_interval(secs => judged.margin_seconds)',
    to: 'locked.expires_at > clock_timestamp()',
    tests: CLAIMS,
  },
  {
    name: 'the claim does not ask for the end at all',
    file: NOTIFICATIONS,
    from: ' AND locked.expires_at > clock_timestamp() + make_interval(secs => judged.margin_seconds)',
    to: '',
    tests: CLAIMS,
  },
  {
    name: 'the claim takes the session of another number',
    file: NOTIFICATIONS,
    from: 'session.contact_id = person.id AND session.business_number = wanted.business_number',
    to: 'session.contact_id = person.id',
    tests: CLAIMS,
  },
  {
    name: 'the claim does not wait for a STOP under way',
    file: NOTIFICATIONS,
    from: '\n  FOR SHARE OF person, session${waitingSql(how)}',
    to: '',
    tests: CLAIMS,
  },
  {
    name: 'a claim after the deadline',
    file: NOTIFICATIONS,
    from: '    AND (log.deadline_at IS NULL OR log.deadline_at > clock_timestamp()))`;',
    to: ')`;',
    tests: CLAIMS,
  },
  {
    name: 'the same try claimed twice',
    file: NOTIFICATIONS,
    from: '(organization_id, notification_id, tier, attempt_number) DO NOTHING`;',
    to: `(organization_id, notification_id, tier, attempt_number) DO UPDATE SET id = EXCLUDED.id\`;`,
    tests: CLAIMS,
  },
  {
    name: 'a batch of claims waits for the one person who is writing',
    file: 'storage/set-statement.ts',
    from: "how === 'together' ? ' SKIP LOCKED' : ''",
    to: "how === 'together' ? '' : ''",
    tests: SEND_BATCHES,
  },
  {
    name: 'who is busy in a batch is taken for one without a session',
    file: 'storage/set-statement.ts',
    from: 'row?.busy === true && items.length > 1 ? ALONE : toResult(row, item)',
    to: 'toResult(row, item)',
    tests: SEND_BATCHES,
  },
  {
    name: 'a push to one who has paused, in the statement that begins its run',
    file: NOTIFICATIONS,
    from: 'WHERE worth_sending AND NOT paused\n',
    to: 'WHERE worth_sending\n',
    tests: SEND_BATCHES,
  },
  {
    name: 'a run that is overtaken is saved',
    file: RUN_STATEMENTS,
    from: '(log.step = verdict.step AND NOT log.settled)',
    to: '(true)',
    tests: SEND_BATCHES,
  },
  {
    name: 'one SMS more than the daily limit',
    file: NOTIFICATIONS,
    from: 'usage.claimed < $7::int',
    to: 'usage.claimed <= $7::int',
    tests: CLAIMS,
  },
  {
    name: 'an SMS that its vendor refused counts',
    file: NOTIFICATIONS,
    from: "moved.answered = 'failed' AND moved.status = 'failed' AS not_sent",
    to: 'false AS not_sent',
    tests: CLAIMS,
  },
  {
    name: 'an SMS without a turn counts',
    file: NOTIFICATIONS,
    from: 'FROM allowed WHERE $7::int > 0 AND $15::boolean',
    to: 'FROM allowed WHERE $7::int > 0',
    tests: CLAIMS,
  },
  {
    name: 'one SMS at a limit of none',
    file: NOTIFICATIONS,
    from: 'FROM allowed WHERE $7::int > 0 AND $15::boolean',
    to: 'FROM allowed WHERE $15::boolean',
    tests: CLAIMS,
  },
  {
    name: 'an SMS after STOP',
    file: NOTIFICATIONS,
    from: 'NOT EXISTS (SELECT FROM person WHERE opted_out OR paused) AND NOT EXISTS',
    to: 'NOT EXISTS (SELECT FROM person WHERE paused) AND NOT EXISTS',
    tests: CLAIMS,
  },
  {
    name: 'an SMS after a STOP of the phone’s owner, who is not the one bound',
    file: NOTIFICATIONS,
    from: 'contact.id = $4::uuid\n    OR contact.id = (SELECT',
    to: 'contact.id = $4::uuid\n    OR NULL = (SELECT',
    tests: CLAIMS,
  },
  {
    name: 'an answer overwrites the status that was quicker',
    file: NOTIFICATIONS,
    from: `SET status = CASE WHEN attempt.status IN ('claimed', 'unknown') THEN answer.status ELSE attempt.status END,`,
    to: 'SET status = answer.status,',
    tests: CLAIMS,
  },
  {
    name: 'two claim one run',
    file: RUN_STATEMENTS,
    from: 'AND log.id = $2::uuid AND log.step = $3::int\n',
    to: 'AND log.id = $2::uuid AND $3::int IS NOT NULL\n',
    tests: CLAIMS,
  },
  {
    name: 'two processes take one due run',
    file: RUN_STATEMENTS,
    from: 'ORDER BY due_at LIMIT $1::int FOR NO KEY UPDATE SKIP LOCKED',
    to: 'ORDER BY due_at LIMIT $1::int',
    tests: DUE_RUNS,
  },
  {
    name: 'a lost outcome is taken for a refusal',
    file: RUN_STATEMENTS,
    from: `SET status = 'unknown', reason = 'unknown_outcome'`,
    to: `SET status = 'failed', reason = 'unknown_outcome'`,
    tests: ['test/replies.integration.test.ts'],
  },
  {
    name: 'a try whose outcome is unknown is repeated',
    file: 'notifications/dispatcher.ts',
    from: `earlier.some(({ status }) => status !== 'failed')`,
    to: `earlier.some(({ status }) => status === 'accepted')`,
    tests: ['test/replies.integration.test.ts'],
  },
  {
    name: 'what a dead process claimed is not unknown to the run that goes on',
    file: 'notifications/dispatcher.ts',
    from: "one.status === 'claimed' ? { ...one, ...LOST } : one",
    to: 'one',
    tests: ['test/same-key.integration.test.ts'],
  },
  {
    name: 'five tries and never again',
    file: 'notifications/dispatcher.ts',
    from: "if (result.failure?.action === 'retry') {",
    to: "if (result.failure?.action === 'retry' && number < 5) {",
    tests: ['src/notifications/retries.test.ts'],
  },
  {
    name: 'a failure frees an idempotency key',
    file: 'http/idempotency.ts',
    from: 'store.handOver(claim).catch',
    to: 'store.release(claim).catch',
    tests: ['test/same-key.integration.test.ts'],
  },
  {
    name: 'a claim has no age',
    file: 'notifications/send-claimed.ts',
    from: 'return ageMs > LONGEST_CLAIM_MS ? CLAIM_EXPIRED : send();',
    to: 'return send();',
    tests: ['test/claim-age.integration.test.ts'],
  },
  {
    name: 'a further tier after the acknowledgement',
    file: 'notifications/dispatcher.ts',
    from: 'tiers: reached ? [] : tiersLeft',
    to: 'tiers: tiersLeft',
    tests: DISPATCH,
  },
  {
    name: 'statuses move backwards',
    file: 'storage/status-statement.ts',
    from: `COALESCE(\${rankSql('target.status')} < \${rankSql('item.status')}, false) AS moves`,
    to: 'target.id IS NOT NULL AS moves',
    tests: DISPATCH,
  },
  {
    name: 'two statuses of one attempt go together',
    file: 'storage/status-statement.ts',
    from: 'WHERE found.position IS NULL OR target.sharers = 1',
    to: '',
    tests: ['test/status-batches.integration.test.ts'],
  },
  {
    name: 'a welcome after STOP',
    file: 'storage/reply-store.ts',
    from: "NOT ${isOptedOutSql('person')} AND session.ended_at IS NULL",
    to: 'session.ended_at IS NULL',
    tests: CLAIMS,
  },
  {
    name: 'a STOP in doubt does not silence',
    file: INBOUND,
    from: "WHERE item.keyword = 'stop' AND contact.organization_id",
    to: "WHERE item.keyword = 'never' AND contact.organization_id",
    tests: GUARDS,
  },
  {
    name: 'a forged STOP silences for ever',
    file: 'storage/inbound-store.ts',
    from: 'SET pending_stops = array_remove(contact.pending_stops, $2::uuid)',
    to: 'SET pending_stops = contact.pending_stops',
    tests: GUARDS,
  },
  {
    name: 'an SMS for what was delivered meanwhile',
    file: NOTIFICATIONS,
    from: "SELECT WHERE ${haveIt('$1::text', '$3::uuid')} OR EXISTS",
    to: 'SELECT WHERE EXISTS',
    tests: GUARDS,
  },
  {
    name: 'a STOP is confirmed though a START has undone it',
    file: 'storage/reply-store.ts',
    from: 'AND person.opted_out_at IS NOT NULL AS allowed',
    to: 'AS allowed',
    tests: GUARDS,
  },
  {
    name: 'a welcome twice, the first of which was delivered after all',
    file: 'storage/reply-store.ts',
    from: "earlier.status IN ('delivered', 'read'))",
    to: 'false)',
    tests: GUARDS,
  },
  {
    name: 'servers take the same turn',
    file: 'storage/migrations/0005_guards.sql',
    from: 'SET free_at = GREATEST(turn.free_at, begins) + every_ms',
    to: 'SET free_at = begins + 0 * every_ms',
    tests: PACE,
  },
  {
    name: 'a START does not count what was written after it and came before it',
    file: INBOUND,
    from: "IF item.keyword = 'start' OR claimed.id IS NOT NULL THEN\n        -- An opt-in may",
    to: 'IF false THEN\n        -- An opt-in may',
    tests: ORDER,
  },
  {
    name: 'the plan sends by SMS to every country',
    file: 'notifications/tiers.ts',
    from: 'country !== null && sms.allowedCountries.includes(country)',
    to: 'country !== null',
    tests: ['src/notifications/tiers.test.ts'],
  },
  {
    name: 'a repeated message counts again',
    file: 'storage/inbound-item.ts',
    from: '`${businessNumber}\\n${providerMessageId}`',
    to: '`${businessNumber}\\n${providerMessageId}\\n${Math.random()}`',
    tests: WINDOW,
  },
  {
    name: 'a repeated message counts again when both come at once',
    file: INBOUND,
    from: 'ON CONFLICT (organization_id, provider, message_hash) DO NOTHING;',
    to: 'ON CONFLICT (organization_id, provider, message_hash) DO UPDATE SET state = EXCLUDED.state;',
    tests: ACCEPT_BATCH,
  },
  {
    name: 'the window counts from the arrival',
    file: INBOUND,
    from: 'sent := LEAST(COALESCE(item.sent_at, received_at), received_at);',
    to: 'sent := received_at;',
    tests: WINDOW,
  },
  {
    name: 'the window counts from the future',
    file: INBOUND,
    from: 'sent := LEAST(COALESCE(item.sent_at, received_at), received_at);',
    to: 'sent := COALESCE(item.sent_at, received_at);',
    tests: WINDOW,
  },
  {
    name: 'a further message does not wait for a STOP under way',
    file: INBOUND,
    from: 'contact.id = accept_inbound_v2.contact_id FOR NO KEY UPDATE;',
    to: 'contact.id = accept_inbound_v2.contact_id;',
    tests: FURTHER_MESSAGES,
  },
  {
    name: 'a message older than the end of a window opens it again',
    file: GROW,
    from: "WHERE session.ended_at IS NULL OR EXCLUDED.last_inbound_at >= date_trunc('second', session.ended_at)",
    to: 'WHERE true',
    tests: FURTHER_MESSAGES,
  },
  {
    name: 'a further message extends a window that has run out, without a consent',
    file: GROW,
    from: 'opened_by_message_id = CASE WHEN session.ended_at IS NOT NULL OR session.expires_at <= clock_timestamp()',
    to: 'opened_by_message_id = CASE WHEN session.ended_at IS NOT NULL',
    tests: FURTHER_MESSAGES,
  },
  {
    name: 'an older message makes the window shorter',
    file: GROW,
    from: 'expires_at = GREATEST(session.expires_at, EXCLUDED.expires_at)',
    to: 'expires_at = EXCLUDED.expires_at',
    tests: FURTHER_MESSAGES,
  },
  {
    name: 'any word opens a window after STOP',
    file: INBOUND,
    from: 'AND person.opted_out_at IS NULL AND item.opens_window AND',
    to: 'AND item.opens_window AND',
    tests: FURTHER_MESSAGES,
  },
  {
    name: 'a late STOP undoes a newer START',
    file: INBOUND,
    from: "WHEN news.stopped_at >= COALESCE(contact.opted_in_at, '-infinity') THEN GREATEST",
    to: 'WHEN news.stopped_at IS NOT NULL THEN GREATEST',
    tests: [...STOP, ...MODEL],
  },
  {
    name: 'a code works after its end',
    file: INBOUND,
    from: "opt_in.state <> 'connected' AND opt_in.expires_at > sent",
    to: "opt_in.state <> 'connected'",
    tests: [...HIJACK, ...MODEL],
  },
  {
    name: 'a code works twice',
    file: INBOUND,
    from: "opt_in.state <> 'connected' AND opt_in.expires_at > sent",
    to: 'opt_in.expires_at > sent',
    tests: [...HIJACK, ...MODEL],
  },
  {
    name: 'a code binds another person’s ticket',
    file: INBOUND,
    from: ' AND COALESCE(wanted_ticket.contact_id, person.id) = ANY (members)',
    to: '',
    tests: [...HIJACK, ...MODEL],
  },
  {
    name: 'a message under two names counts twice',
    file: INBOUND,
    from: "CONTINUE WHEN is_copy AND item.keyword IS DISTINCT FROM 'stop';",
    to: '',
    tests: LINKED_IDS,
  },
  {
    name: 'a STOP under two names is confirmed twice',
    file: INBOUND,
    from: 'CONTINUE WHEN is_copy;',
    to: '',
    tests: LINKED_IDS,
  },
  {
    name: 'a STOP under two names stops what goes to one of them',
    file: INBOUND,
    from: "CONTINUE WHEN is_copy AND item.keyword IS DISTINCT FROM 'stop';",
    to: 'CONTINUE WHEN is_copy;',
    tests: LINKED_IDS,
  },
  {
    name: 'a pending message is confirmed twice',
    file: INBOUND,
    from: " AND message.state = 'pending'",
    to: '',
    tests: ACCEPT_BATCH,
  },
  {
    name: 'a bad message loses those beside it',
    file: QUEUE,
    from: 'else alone.push(...batch);',
    to: "else for (const one of batch) one.settle({ status: 'rejected', reason });",
    tests: ['src/inbound/acceptance-queue.test.ts'],
  },
  {
    name: 'two messages of one person change places',
    file: QUEUE,
    from: '(one.names.some((name) => taken.has(name)) ? later : batch).push(one);',
    to: 'batch.push(one);',
    tests: ['src/inbound/acceptance-queue.test.ts'],
  },
  {
    name: 'a message that names two contacts links nothing',
    file: INBOUND,
    from: "ELSIF item.state = 'accepted' AND EXISTS (SELECT FROM unnest(named)",
    to: "ELSIF item.state = 'never' AND EXISTS (SELECT FROM unnest(named)",
    tests: ONE_PERSON,
  },
  {
    name: 'a link forgets a STOP',
    file: INBOUND,
    from: "CASE WHEN word.stopped_at >= COALESCE(word.agreed_at, '-infinity') THEN word.stopped_at END",
    to: 'NULL',
    tests: [...ONE_PERSON, ...NAMES],
  },
  {
    name: 'a link keeps a STOP that an opt-in has followed',
    file: INBOUND,
    from: "CASE WHEN word.stopped_at >= COALESCE(word.agreed_at, '-infinity') THEN word.stopped_at END",
    to: 'word.stopped_at',
    tests: [...ONE_PERSON, ...NAMES],
  },
  {
    name: 'a STOP reaches only the contact that wrote it',
    file: INBOUND,
    from: 'contact.id = ANY (members);\n      SELECT contact.* INTO person',
    to: 'contact.id = person.id;\n      SELECT contact.* INTO person',
    tests: ONE_PERSON,
  },
  {
    name: 'two user ids are taken for one person',
    file: INBOUND,
    from: 'HAVING count(*) > 1)',
    to: 'HAVING count(*) > 99)',
    tests: ONE_PERSON,
  },
  {
    name: 'the new owner of a number is not silent after the STOP of the former one',
    file: INBOUND,
    from: "AND stopped.at > COALESCE(contact.opted_in_at, '-infinity')",
    to: 'AND false',
    tests: ONE_PERSON,
  },
  {
    name: 'an old message takes a number back',
    file: INBOUND,
    from: "AND message.state = 'accepted' AND message.sent_at > message_sent_at)",
    to: 'AND false)',
    tests: ONE_PERSON,
  },
  {
    name: 'news of an older send ends the window that the person opened since',
    file: DELIVERIES,
    from: "\n  AND NOT ${wroteSince(' AND message.business_number = attempt.business_number')}",
    to: '',
    tests: LATE,
  },
  {
    name: 'news of an older send makes a person unreachable who has written since',
    file: DELIVERIES,
    from: "AND contact.id = member.id AND NOT ${wroteSince('')}",
    to: 'AND contact.id = member.id',
    tests: LATE,
  },
  {
    name: 'a vendor’s report undoes a newer opt-in',
    file: INBOUND,
    from: "AND consent.method IN ('opt_in_code', 'keyword') AND consent.recorded_at > send.at",
    to: 'AND false AND consent.recorded_at > send.at',
    tests: LATE,
  },
  {
    name: 'an SMS to a phone that has opted out at the vendor',
    file: NOTIFICATIONS,
    from: 'AND NOT EXISTS (SELECT FROM stopped) AND',
    to: 'AND',
    tests: LATE,
  },
  {
    name: 'a message without a readable time opens a window',
    file: 'providers/meta/inbound-message.ts',
    from: '...(sentAt === null && { opensWindow: false }),',
    to: '',
    tests: LATE,
  },
  {
    name: 'every SMS is called proven',
    file: BASIS,
    from: "WHEN tier = 'sms' AND inbound_message_id IS NOT NULL THEN 'proven'",
    to: "WHEN tier = 'sms' THEN 'proven'",
    tests: BASES,
  },
  {
    name: 'the database lets an SMS without a proof pass',
    file: BASIS,
    from: "WHERE id = NEW.organization_id AND sms_basis = 'proven'",
    to: 'WHERE false',
    tests: BASES,
  },
  {
    name: 'the claim of an SMS asks for no proof',
    file: NOTIFICATIONS,
    from: ' AND NOT EXISTS (SELECT FROM unproven)',
    to: '',
    tests: BASES,
  },
  {
    name: 'a webhook without its secret is believed',
    file: 'providers/ultramsg/signature.ts',
    from: 'presented.length > 0 && presented.every(isBelieved)',
    to: 'presented.every(isBelieved)',
    tests: ['src/providers/ultramsg/signature.test.ts'],
  },
  {
    name: 'a right secret beside a wrong one is believed',
    file: 'providers/ultramsg/signature.ts',
    from: 'presented.every(isBelieved)',
    to: 'presented.some(isBelieved)',
    tests: ['src/providers/ultramsg/signature.test.ts'],
  },
  {
    name: 'a signature of Meta’s is not compared',
    file: 'providers/meta/signature.ts',
    from: 'matches.includes(true)',
    to: 'matches.length > 0',
    tests: ['src/providers/meta/signature.test.ts'],
  },
  {
    name: 'the body of a signed address is not compared',
    file: 'providers/twilio/signature.ts',
    from: 'return isThisBody && isSigned',
    to: 'return isSigned',
    tests: ['src/providers/twilio/signature.test.ts'],
  },
  {
    name: 'what the business wrote itself opens a window',
    file: 'providers/ultramsg/inbound-message.ts',
    from: `if (isOwn(item, id)) return ignored('own');`,
    to: '',
    tests: ['src/providers/ultramsg/webhook.test.ts'],
  },
  {
    name: 'a sid of Twilio may have any form',
    file: 'providers/twilio/webhook-fields.ts',
    from: '&& /^[SM]M[0-9a-f]{32}$/.test(sid) ? sid : null',
    to: '? sid : null',
    tests: ['src/providers/twilio/webhook.test.ts'],
  },
  {
    name: 'a sid that a moved border hides counts for nothing',
    file: 'providers/twilio/webhook-fields.ts',
    from: `...[...signed.matchAll(SIGNED_SID)].map(([, sid]) => sid ?? '')`,
    to: '',
    tests: REPLAYS,
  },
  {
    name: 'a field that comes twice counts once',
    file: 'providers/twilio/webhook-fields.ts',
    from: 'if ([...fields.values()].some((values) => values.length > 1)) return null;',
    to: '',
    tests: ['src/providers/twilio/webhook.test.ts'],
  },
  {
    name: 'JSON is read from a body that was signed as a form',
    file: 'providers/twilio/webhook-fields.ts',
    from: 'url.searchParams.has(BODY_DIGEST_PARAMETER) && ',
    to: '',
    tests: REPLAYS,
  },
  {
    name: 'an id of Meta may have any form',
    file: 'providers/meta/message-id.ts',
    from: 'text !== null && FORM.test(text) ? text : null',
    to: 'text',
    tests: ['src/providers/meta/webhook.test.ts'],
  },
  {
    name: 'a number that a stranger gave is in the welcome',
    file: 'storage/reply-store.ts',
    from: 'ticket.number AS ticket_number, opt_in.page_url',
    to: 'COALESCE(ticket.number, opt_in.ticket_number) AS ticket_number, opt_in.page_url',
    tests: ['test/browser-words.integration.test.ts'],
  },
  {
    name: 'a later event of a ticket does not wait for the former',
    file: 'storage/outbox-statements.ts',
    from: 'former.position < delivery.position',
    to: 'former.position < 0',
    tests: ['test/events-lost.integration.test.ts'],
  },
  {
    name: 'a redirect or an error counts as taken',
    file: 'outbox/event-poster.ts',
    from: 'statusCode >= 200 && statusCode < 300',
    to: 'statusCode >= 200',
    tests: ['src/outbox/event-poster.test.ts'],
  },
];

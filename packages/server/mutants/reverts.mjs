// @ts-check

/**
 * Fixes taken back: each makes a fault of the past again. A test must be red for every one: `npm run test:faults -- revert`.
 *
 * @type {readonly import('./mutants.mjs').Mutant[]}
 */
export const REVERTS = [
  {
    name: 'revert: a throw frees the Idempotency-Key',
    file: 'http/idempotency.ts',
    from: `  } catch (error) {
    await handOver();
    throw error;`,
    to: `  } catch (error) {
    await store.release(claim);
    throw error;`,
    tests: ['test/same-key.integration.test.ts'],
  },
  {
    name: 'revert: a claim has no age',
    file: 'notifications/send-claimed.ts',
    from: 'return ageMs > LONGEST_CLAIM_MS ? CLAIM_EXPIRED : send();',
    to: 'return ageMs > Infinity ? CLAIM_EXPIRED : send();',
    tests: ['test/claim-age.integration.test.ts'],
  },
  {
    name: 'revert: the daily limit counts SMS that never left',
    file: 'storage/notification-statements.ts',
    from: 'SET claimed = GREATEST(0, usage.claimed - day.count)',
    to: 'SET claimed = usage.claimed',
    tests: ['test/model/claims.integration.test.ts'],
  },
  {
    name: 'revert: the next work waits for the slowest',
    file: 'batches/drain.ts',
    from: 'if (taken.length === limit) wanted = chunk;',
    to: 'wanted = atOnce;\n      if (taken.length === limit) wanted = atOnce;',
    tests: ['src/batches/drain.test.ts'],
  },
  {
    name: 'revert: a clean-up whose timer is early is missed',
    file: 'composition/clean-up.ts',
    from: 'const CLEAN_UP_INTERVAL_SECONDS = 300 - EARLY_SECONDS;',
    to: 'const CLEAN_UP_INTERVAL_SECONDS = 300;',
    tests: ['test/upkeep-times.integration.test.ts'],
  },
  {
    name: 'revert: what was claimed at a crash counts as not tried',
    file: 'notifications/dispatcher.ts',
    from: `const LOST = { status: 'unknown', reason: 'unknown_outcome' } as const;`,
    to: `const LOST = { status: 'failed', reason: 'whatsapp_failed' } as const;`,
    tests: ['test/tiers.integration.test.ts', 'test/same-key.integration.test.ts'],
  },
  {
    name: 'revert: a late callback loses the cause of an SMS',
    file: 'storage/notification-statements.ts',
    from: 'error_message = COALESCE(text.error_code, sms.error_message)',
    to: 'error_message = text.error_code',
    tests: ['test/vendors-sms-push.integration.test.ts'],
  },
  {
    name: 'revert: an erasure does not lock the person first',
    file: 'storage/person-names.ts',
    from: '`${FIND_PERSONS} FOR UPDATE`',
    to: 'FIND_PERSONS',
    tests: [
      'test/faults/interleavings.postgres.integration.test.ts',
      'test/erasure-races.postgres.integration.test.ts',
    ],
  },
  {
    name: 'revert: an answer after an erasure stores the vendor’s id',
    file: 'storage/notification-statements.ts',
    from: 'CASE WHEN NOT attempt.id_forgotten THEN COALESCE(answer.provider_message_id, attempt.provider_message_id) END',
    to: 'COALESCE(answer.provider_message_id, attempt.provider_message_id)',
    tests: ['test/faults/interleavings.postgres.integration.test.ts'],
  },
  {
    name: 'revert: a newer schema is not noticed',
    file: 'storage/migrate.ts',
    from: 'if (newest === undefined) return;',
    to: 'if (newest !== null) return;',
    tests: ['test/stop-and-start.postgres.integration.test.ts'],
  },
  {
    name: 'revert: old rows go in one statement',
    file: 'storage/forget-in-batches.ts',
    from: 'if ((row?.count ?? 0) < FORGET_BATCH) return;',
    to: 'return;',
    tests: ['test/retention.integration.test.ts'],
  },
];

import { describe, expect, it } from 'vitest';
import { createLog } from '../composition/create-log.js';
import { failureResponse } from './failure-response.js';

const log = createLog({ level: 'silent' });
const answerTo = (code: string) => failureResponse(log, Object.assign(new Error(), { code }), 'GET /');

describe('a failure of the database', () => {
  it.each(['ECONNREFUSED', '08006', '57P01', '53300', '40001', '40P01'])('with %s asks to try again', (code) => {
    const response = answerTo(code);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('5');
  });

  it('that another try meets again does not', () => {
    expect(answerTo('23505').status).toBe(500);
  });
});

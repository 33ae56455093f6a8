type HttpStatus = 400 | 401 | 403 | 500;

/**
 * Documented refusals by code, the same in the answer to a send and in a status that comes later.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const ERRORS: Readonly<Record<number, [status: HttpStatus, title: string]>> = {
  0: [401, 'AuthException'],
  3: [500, 'API Method'],
  4: [400, 'API Too Many Calls'],
  10: [403, 'Permission Denied'],
  33: [400, 'Parameter value is not valid'],
  100: [400, 'Invalid parameter'],
  190: [401, 'Access token has expired'],
  200: [403, 'API Permission'],
  368: [403, 'Temporarily blocked for policies violations'],
  80007: [400, 'Rate limit issues'],
  130429: [400, 'Rate limit hit'],
  130472: [400, "User's number is part of an experiment"],
  130497: [403, 'Business account is restricted from messaging users in this country'],
  131000: [500, 'Something went wrong'],
  131005: [403, 'Access denied'],
  131008: [400, 'Required parameter is missing'],
  131009: [400, 'Parameter value is not valid'],
  131016: [500, 'Service unavailable'],
  131021: [400, 'Recipient cannot be sender'],
  131026: [400, 'Message Undeliverable'],
  131031: [403, 'Account has been locked'],
  131042: [400, 'Business eligibility payment issue'],
  131047: [400, 'Re-engagement message'],
  131048: [400, 'Spam rate limit hit'],
  131049: [400, 'Meta chose not to deliver'],
  131050: [400, 'User has stopped marketing messages'],
  131051: [400, 'Unsupported message type'],
  131056: [400, '(Business Account, Consumer Account) pair rate limit hit'],
  131057: [500, 'Account in maintenance mode'],
  131062: [400, 'Business-scoped user id recipients are not supported for this message'],
  133016: [400, 'Account register deregister rate limit exceeded'],
};

export interface GraphRefusal {
  status: HttpStatus;
  code: number;
  answer: unknown;
}

/** The answer with which Meta refuses a send. A code that is not documented comes with 400. */
export function graphRefusal(code: number): GraphRefusal {
  const [status, title] = ERRORS[code] ?? [400, 'Unknown error'];
  return {
    status,
    code,
    answer: {
      error: {
        message: `(#${code}) ${title}`,
        type: 'OAuthException',
        code,
        error_data: { messaging_product: 'whatsapp', details: `${title}.` },
        fbtrace_id: 'placeholder',
      },
    },
  };
}

/** The same within a status. */
export function webhookError(code: number): unknown {
  const title = ERRORS[code]?.[1] ?? 'Unknown error';
  const href = 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/';
  return { code, title, message: title, error_data: { details: `${title}.` }, href };
}

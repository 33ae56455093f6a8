/** A body parser stands before the handler: a webhook cannot be verified without the bytes as they came. */
export class BodyConsumedError extends Error {
  override readonly name = 'BodyConsumedError';
  constructor(handler: 'toNodeHandler(app)' | 'toExpressHandler(app)') {
    super(
      `The request body was read before ${handler} saw it. Mount it before express.json() and other body parsers; in Fastify, ` +
        'call removeAllContentTypeParsers() and pass request.raw and reply.raw.',
    );
  }
}

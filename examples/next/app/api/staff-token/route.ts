import { optIn } from '../../../lib/opt-in';

/** A token of some minutes for the page of staff. Answer it to your own signed-in staff alone. */
export async function POST(): Promise<Response> {
  return Response.json(await optIn.staff.createToken({ role: 'viewer', name: 'counter 1' }));
}

/** What keeps the demo from starting and the person at the terminal can mend: shown without a stack, which would only hide it. */
export class StartError extends Error {}

/** @param {number} port @param {string} whose @param {number} other - a port to try */
export function portTaken(port, whose, other) {
  return new StartError(`Port ${port}${whose} is taken. Stop what uses it, or choose another: PORT=${other} npm start`);
}

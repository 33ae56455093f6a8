// @ts-check

/** A benchmark that is killed says nothing to its children; its end of their input is closed all the same. */
process.stdin.resume().once('end', () => process.exit());

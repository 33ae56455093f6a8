import type { SuppressionLine } from './journal-line.js';
import type { SuppressionStore } from './suppression-store.js';

/** What a replay has done, by person. */
export interface Replayed {
  /** STOPs that the database lacked. */
  stopped: number;
  /** People who were erased again. */
  erased: number;
  /** Names of the journal that the database does not know: nothing is sent to them until they write. */
  blocked: number;
}

export interface ReplayParts {
  store: Pick<SuppressionStore, 'names' | 'stop' | 'block'>;
  hashName: (organizationId: string, name: string) => Uint8Array;
  /** The same act as a live erasure. @returns false where nobody is known by the name. */
  erase(organizationId: string, who: { contactId: string } | { phone: string }): Promise<boolean>;
}

/** The last word on one name. */
interface Wanted {
  isErased: boolean;
  /** When the STOP came that nothing takes back; `null`: none. */
  stoppedAt: Date | null;
}

/**
 * Repeats what an organization's journal says, whatever of it the database knows already. A STOP that a later START takes
 * back is left out. A START is never repeated: the message that proves it is not here.
 *
 * @param lines - of this organization, in any order
 */
export async function replayJournal(
  organizationId: string,
  lines: readonly SuppressionLine[],
  { store, hashName, erase }: ReplayParts,
): Promise<Replayed> {
  const wanted = readWanted(lines);
  const done: Replayed = { stopped: 0, erased: 0, blocked: 0 };
  const known = new Map<string, { name: string; contactId: string | null }>();
  for await (const page of store.names(organizationId)) {
    for (const found of page) {
      const hash = Buffer.from(hashName(organizationId, found.name)).toString('hex');
      // A contact comes before the phone of a ticket.
      if (wanted.has(hash) && (found.contactId !== null || !known.has(hash))) known.set(hash, found);
    }
  }
  for (const [hash, { isErased, stoppedAt }] of wanted) {
    const person = known.get(hash);
    const contactId = person?.contactId ?? null;
    if (isErased && person !== undefined) {
      const isDone = await erase(organizationId, contactId === null ? { phone: person.name } : { contactId });
      if (isDone) done.erased += 1;
    } else if (stoppedAt !== null && contactId !== null) {
      if (await store.stop(organizationId, contactId, stoppedAt)) done.stopped += 1;
    }
    if (isErased || (stoppedAt !== null && contactId === null)) {
      await store.block(organizationId, [Buffer.from(hash, 'hex')]);
      if (person === undefined) done.blocked += 1;
    }
  }
  return done;
}

function readWanted(lines: readonly SuppressionLine[]): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { kind, at, names } of [...lines].sort((one, other) => one.turn - other.turn)) {
    for (const name of names) {
      const former = wanted.get(name) ?? { isErased: false, stoppedAt: null };
      if (kind === 'erase') wanted.set(name, { isErased: true, stoppedAt: null });
      else wanted.set(name, { ...former, stoppedAt: kind === 'stop' ? new Date(at) : null });
    }
  }
  return wanted;
}

/** A keyed hash of an E.164 phone: without the key, nobody who has the database can try all numbers of a country. */
export type SealPhone = (organizationId: string, phone: string) => Uint8Array;

export interface Erasure {
  contactIds: string[];
  /** Rows that were deleted or emptied, by table; tables without any are left out. */
  erased: Record<string, number>;
  erasedAt: Date;
}

/** A row as the database has it, names of columns and all; moments in ISO 8601. */
export type ExportedRow = Record<string, unknown>;

/** Everything held of a person. */
export interface PersonExport {
  contactIds: string[];
  /** By table; tables without a row are left out. */
  tables: Record<string, ExportedRow[]>;
  /** Tables that hold more rows than the export. */
  cut: string[];
}

export interface ContactStore {
  /** `null`: no such person. */
  phoneOf(organizationId: string, contactId: string): Promise<{ phone: string | null } | null>;
  /**
   * Takes a person out of every table, in one transaction; counts, consents and the keys behind sends stay under a
   * pseudonym that leads nowhere. Reaches every contact that is linked to one of these names. Sends under way are
   * refused. `null`: nobody of these names is known.
   */
  erase(
    organizationId: string,
    names: { phones: readonly string[]; contactId: string | null; userId: string | null },
  ): Promise<Erasure | null>;
  /** Reads what `erase` would reach, and the proofs that stay; changes nothing. `null`: nobody of these names is known. */
  export(
    organizationId: string,
    names: { phones: readonly string[]; contactId: string | null; userId: string | null },
  ): Promise<PersonExport | null>;
  /** A phone whose person was erased; asked only where nobody is known by it. */
  wasErased(organizationId: string, phone: string): Promise<boolean>;
}

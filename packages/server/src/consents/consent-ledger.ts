/** How a check of the chain ended. */
export type ChainCheck =
  | { status: 'whole'; seals: number; unsealed: number }
  /** The first seal that does not fit: its consent was changed or removed, or the seal itself. */
  | {
      status: 'broken';
      position: number;
      consentId: string;
      why: 'consent_changed' | 'consent_missing' | 'position_missing';
    };

/** The append-only journal of consents, chained per organization. */
export interface ConsentLedger {
  /** Seals what is not in the chain yet, one organization after another. @returns how many. */
  sealAll(): Promise<number>;
  /** @param onProgress - gets how many seals are checked, after each page */
  verify(organizationId: string, onProgress?: (seals: number) => void): Promise<ChainCheck>;
}

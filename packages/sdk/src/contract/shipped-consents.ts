/**
 * SHA-256 of each consent sentence that the SDK has shown, in each language and display, by version. A sentence that was
 * shipped once stays here: consents in journals name it.
 */
export const SHIPPED_CONSENT_HASHES: Readonly<Record<string, readonly string[]>> = {
  '1': [
    '20fe7a1faeb0b70db611e3db0f22a26d6060c4860a180e3b50f7be6fcee5614b',
    '1452c6dacc53b8ce17c25d1ec7768ed17844c4a02bdb8af4293facbf9cfbef96',
    '33c1f17b7894c505f51e4986448f97de8ddf8fa4d0383d19914afd97ac9d3e8c',
    '56a620cebd5a64c22804dafe5f96b72d03717bfc5e55af4f4e4d2d519c7648fd',
    'd0b8059d470ac24ba2d7e61b457d2d336fe12b79b2bc745740fda084aa53d413',
    '2fa257f63ff1b46229dde301e6013391c38ca0e3b6df7f98c156a40731a57048',
    '0d8bf847055257faf3a216b6d916dd47d94161b33526cfcd055a4a5e682eb92f',
    '47eb457ab41758700b51f73528e5fa54d662de3cfa94c6a935d6a37d1b5dda36',
    'c49486ba493688087775b7f27d4e76fd63fbdd0f0e6f19219dcde84c970899a2',
    '9cfaf47a78c966655d2120f2f5f7aeb8b30e50e192fd961ac84c14effb79ecc7',
    '875bfd240c81eb489f00d9cc1561cf002a95d56c79190875194ea65889740f6e',
    'a99f64b3ab55d387cb5575e252838190b100fee02874edf54bff1e47752c8e2a',
    'e181fbea60066d2e15d404e8493fc2b72dd7ed1eb3978c0978ae040cf541da60',
    '677211559090099ff403b92e11b885ba7b4f0e28f4d2b162086e73f7c01b6657',
    '4c15dca8620c8e05a9e7488112d86d317a7ad92ad38e728ba1fd2f46f5a741de',
    'c1e3ac0a4f55b4406433403b7daaaac2a416c8264cc1216138d1b029e3eae025',
    'fceaba81b1360b3707af6460fd105e047fffe9220772f17c77c30e6d81dbf2c3',
    'e2a8a75ffcf33f846faf0175790fb922b80a18266aeabbacb6f607693620b07b',
    '7ba6e8cbe77e7d3e5e7243f1a455ab66b66ccb529c3afc76d0aaabd5e89e89b4',
    '1039743b377fca21ed7126802f90430124de35879a51d401872a88005a4ce18a',
    'f5c8619fb5af86bb4172434c6bfca24326688c9624a5abb0ce4155c9c0e93c0c',
    '8f6d42d8eab012b207a37a4126c074aa9917b0a4c893922fcd09668a23ff0949',
    '3b7c51d292d7de4fde6440a0c670f0f40cdf018ad554af389b5c0ca91a87d5db',
    '513d84dbaca49cb80ff5150fe8dd1264e371a6f781957179257a3f942143100a',
  ],
};

/**
 * Who vouches for the sentence of a consent. `shipped`: it is the SDK's own text of that version, word for word. `claimed`:
 * only the page that made the opt-in says that it was shown; with a publishable key, that may be anybody's page.
 */
export type ConsentSource = 'shipped' | 'claimed';

/** Says who vouches for the sentence of a consent. @returns `null` without a sentence. */
export function consentSourceOf(consent: { version: string | null; hash: string | null }): ConsentSource | null {
  const { version, hash } = consent;
  if (hash === null) return null;
  const isShipped =
    version !== null &&
    Object.hasOwn(SHIPPED_CONSENT_HASHES, version) &&
    SHIPPED_CONSENT_HASHES[version]?.includes(hash.toLowerCase()) === true;
  return isShipped ? 'shipped' : 'claimed';
}

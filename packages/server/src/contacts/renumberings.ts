/**
 * A change of a country's numbers since 2021: the same line before and after. WhatsApp keeps many accounts under the old
 * spelling, and hosts know the new one.
 */
export interface Renumbering {
  /** ISO 3166. */
  country: string;
  /** `2021-01-31`: the first day of the new numbers. */
  since: string;
  /** Who announced it. */
  source: string;
  /** What came between the country code and the old national number. */
  prefix: string;
  countryCode: string;
  /** The old national numbers that got this prefix. All are of another length than the new ones. */
  old: RegExp;
}

const IVORY_COAST = {
  country: 'CI',
  countryCode: '225',
  since: '2021-01-31',
  source: 'ARTCI, press conference of 28 July 2020: 01 before mobiles of Moov, 05 of MTN, 07 of Orange',
};

/**
 * Mobile ranges of Côte d'Ivoire belonged to an operator by their second digit, as published converters have it
 * (github.com/dykoffi/ccu). Landlines began with 2 and 3; which operator had them, the old number does not tell.
 */
export const RENUMBERINGS: readonly Renumbering[] = [
  { ...IVORY_COAST, prefix: '01', old: /^[04-9][0-3]\d{6}$/ },
  { ...IVORY_COAST, prefix: '05', old: /^[04-9][4-6]\d{6}$/ },
  { ...IVORY_COAST, prefix: '07', old: /^[04-9][7-9]\d{6}$/ },
  {
    country: 'BJ',
    countryCode: '229',
    since: '2024-11-30',
    source: 'ARCEP Bénin, reported by allAfrica on 30 November 2024: 01 before every number',
    prefix: '01',
    old: /^[2-9]\d{7}$/,
  },
  {
    country: 'NG',
    countryCode: '234',
    since: '2024-01-01',
    source: 'NCC, public notice 1428, notification to the ITU: 1 XXX XXXX is 201 XXX XXXX',
    prefix: '20',
    old: /^1[2-9]\d{6}$/,
  },
];

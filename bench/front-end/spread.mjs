// @ts-check
import { median } from '../median.mjs';

/** @typedef {{ median: number, min: number, max: number }} Spread */

/** @param {readonly number[]} values at least one @returns {Spread} */
export function spreadOf(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

// @ts-check

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param {number} bytes @returns {string} kB of 1,000 bytes */
export function kB(bytes) {
  return (bytes / 1000).toFixed(1);
}

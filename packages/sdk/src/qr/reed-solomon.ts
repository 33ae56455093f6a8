/** The product of two elements of the field of 256 on which QR codes count, its polynomial x⁸ + x⁴ + x³ + x² + 1. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((b >> bit) & 1) * a;
  }
  return product;
}

/** @returns `count` bytes by which a reader mends `data`: the remainder by the polynomial whose roots are 2⁰ … 2^(count−1). */
export function errorCorrection(data: readonly number[], count: number): number[] {
  const divisor = Array.from({ length: count }, () => 0);
  divisor[count - 1] = 1;
  for (let i = 0, root = 1; i < count; i += 1, root = multiply(root, 2))
    for (const j of divisor.keys()) divisor[j] = multiply(divisor[j] ?? 0, root) ^ (divisor[j + 1] ?? 0);

  const rest = Array.from({ length: count }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (const j of rest.keys()) rest[j] = (rest[j] ?? 0) ^ multiply(divisor[j] ?? 0, factor);
  }
  return rest;
}

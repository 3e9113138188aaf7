/** A similarity from 0 to 1 with two decimals, never rounded up to 1.00 when the sides differ. */
export function similarityText(similarity: number): string {
  const cut = similarity < 1 ? Math.min(0.99, Math.round(similarity * 100) / 100) : 1;
  return cut.toFixed(2);
}

/** A share from 0 to 1 in whole per cent, never rounded up to 100 % when something is missing. */
export function percentText(share: number): string {
  return `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100}%`;
}

/** A share from 0 to 1 in per cent with one decimal; never rounded to 0 or 100 % where it is neither. */
export function rateText(share: number): string {
  if (share === 0 || share === 1) return `${share * 100}%`;
  return `${Math.min(99.9, Math.max(0.1, Math.round(share * 1000) / 10)).toFixed(1)}%`;
}

import { useEffect, useState } from 'preact/hooks';

/**
 * `value` as it was until the page has been drawn with it elsewhere, and `value` from then on: so that what is made of much
 * is a task of its own, and the page hears the user in between. At once where it is not much.
 */
export function useBehind<T>(value: T, isMuch: boolean): T {
  const [behind, setBehind] = useState(value);
  useEffect(() => {
    if (Object.is(behind, value)) return undefined;
    const timer = setTimeout(() => setBehind(() => value));
    return () => clearTimeout(timer);
  }, [value, behind]);
  return isMuch ? behind : value;
}

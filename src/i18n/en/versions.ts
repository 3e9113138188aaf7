import type { Agreement } from '../../core/diff/variorum.ts';
import { count, number } from './count.ts';
import { CLASS_NAMES } from './verdict.ts';

/** How a version is to the base. */
export function agreementText({ places, isForm, classes }: Agreement): string {
  if (places === 0) return 'same as the base';
  if (isForm) return `differs in ${classes.map((of) => CLASS_NAMES[of]).join(', ')} alone`;
  return count(places, 'variant');
}

/** All versions in one sentence without a full stop: `others` without the base. */
export function synopsisText(others: readonly Agreement[]): string {
  const all = count(others.length + 1, 'version');
  const same = others.filter(({ places }) => places === 0).length;
  const form = others.filter(({ places, isForm }) => places > 0 && isForm).length;
  if (same === others.length) return `${all}, all the same`;
  if (same + form === others.length && same === 0) return `${all} that differ in form alone`;
  const parts = [
    same > 0 && `${number(same)} the same as the base`,
    form > 0 && `${number(form)} but for form`,
    same + form < others.length && `${number(others.length - same - form)} with variants`,
  ];
  return `${all}: ${parts.filter((part) => part !== false).join(', ')}`;
}

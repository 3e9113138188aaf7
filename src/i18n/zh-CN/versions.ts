import type { Agreement } from '../../core/diff/variorum.ts';
import { CLASS_NAMES } from './verdict.ts';

/** How a version is to the base. */
export function agreementText({ places, isForm, classes }: Agreement): string {
  if (places === 0) return '与底本逐字相同';
  if (isForm) return `与底本只有${classes.map((of) => CLASS_NAMES[of]).join('、')}不同`;
  return `异文 ${places} 处`;
}

/** All versions in one sentence without a full stop: `others` without the base. */
export function synopsisText(others: readonly Agreement[]): string {
  const all = others.length + 1;
  const same = others.filter(({ places }) => places === 0).length;
  const form = others.filter(({ places, isForm }) => places > 0 && isForm).length;
  if (same === others.length) return `${all} 处逐字相同`;
  if (same + form === others.length && same === 0) return `${all} 处只有形式不同`;
  const parts = [
    same > 0 && `${same} 处与底本逐字相同`,
    form > 0 && `${form} 处只有形式不同`,
    same + form < others.length && `${others.length - same - form} 处有异文`,
  ];
  return `${all} 处对勘：${parts.filter((part) => part !== false).join('，')}`;
}

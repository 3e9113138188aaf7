import type { ListTopic } from '../../core/structure/speech.ts';
import type { Place } from '../../core/structure/place.ts';
import { hanNumeral } from './han-numeral.ts';

const TOPICS: Record<ListTopic, string> = { problem: '问题', measure: '措施' };

/** 问题一, 第三部分·三, 开头, 第 2 段. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case 'document':
      return '全文';
    case 'speech':
      return '全篇';
    case 'opening':
      return '开头';
    case 'closing':
      return '结尾';
    case 'paragraph':
      return `第 ${place.number} 段`;
    case 'measure': {
      const ordinals = [...place.path, place.ordinal].map(hanNumeral).join('·');
      if (place.topic !== null) return TOPICS[place.topic] + ordinals;
      return place.part === null ? ordinals : `第${hanNumeral(place.part)}部分·${ordinals}`;
    }
  }
}

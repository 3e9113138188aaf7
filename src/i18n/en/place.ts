import type { ListTopic } from '../../core/structure/speech.ts';
import type { Place } from '../../core/structure/place.ts';

const TOPICS: Record<ListTopic, string> = { problem: 'issue', measure: 'item' };

/** issue 1, item 3, part 3 · 3, opening, paragraph 2. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case 'document':
      return 'whole document';
    case 'speech':
      return 'whole speech';
    case 'opening':
      return 'opening';
    case 'closing':
      return 'closing';
    case 'paragraph':
      return `paragraph ${place.number}`;
    case 'measure': {
      const ordinals = [...place.path, place.ordinal].join('.');
      if (place.topic !== null) return `${TOPICS[place.topic]} ${ordinals}`;
      return place.part === null ? `no. ${ordinals}` : `part ${place.part} · ${ordinals}`;
    }
  }
}

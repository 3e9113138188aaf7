import type { Messages } from '../zh-CN/messages.ts';

/** What is said when the address names something that is not there. */
export const ADDRESS: Messages['inAddress'] = {
  missing: {
    pair: 'The link names a pair that is not among these findings; here is what there is.',
    document: 'The link names a document that is not loaded; here are those that are.',
    boilerplate: 'The link names boilerplate that is not among what was found; here is what there is.',
  },
};

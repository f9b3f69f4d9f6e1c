import { describe, expect, it } from '@jest/globals';
import { languageMissed } from './reply-language.ts';
import type { ConversationSummary } from '../wire-types.ts';

const said = (preview: string, locale: 'en' | 'zh', previewFrom: ConversationSummary['previewFrom'] = 'visitor') =>
  ({ preview, previewFrom, visitor: { locale } }) as ConversationSummary;
const CHINESE = said('我的订单 TL-1043 收到了，可是裙子破了', 'zh');
const ENGLISH = said('My parcel TL-1042 is not here', 'en');

describe('a reply in another language than the visitor’s', () => {
  it('is told by its letters', () => {
    expect(languageMissed('I am so sorry, I will look into it.', CHINESE)).toBe('zh');
    expect(languageMissed('很抱歉，我马上去看看。', ENGLISH)).toBe('en');
  });

  it.each([
    ['很抱歉，Apron dress “Runa” 明天发货。', CHINESE],
    ['OK, DHL', CHINESE],
    ['https://shop.example/returns/how-to', CHINESE],
    ['Write to hello@shop.example', said('谢', 'zh')],
    ['Our shop is called 麻布, come by.', ENGLISH],
    ['', ENGLISH],
  ])('is none where nobody can tell: %s', (reply, summary) => {
    expect(languageMissed(reply, summary)).toBeNull();
  });

  it('is none to somebody whose page and words do not agree, or who was answered since', () => {
    expect(languageMissed('很抱歉，我马上去看看。', said('我的包裹没有到', 'en'))).toBeNull();
    expect(languageMissed('Sorry, I will look into it.', said('我的包裹没有到', 'en'))).toBeNull();
    expect(languageMissed('Sorry, I will look into it.', said('好的，我看看', 'zh', 'owner'))).toBeNull();
  });
});

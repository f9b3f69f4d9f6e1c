import { PhraseTable } from '../words/phrase-table.ts';
import { phraseFrom } from '../words/phrase.ts';

const ANGER = [
  ...['angry', 'furious', 'livid', 'enraged', 'outrag*', 'mad at', 'pissed', 'fed up', 'sick of', 'sick and tired'],
  ...['had enough', 'unacceptable', 'unbelievable', 'ridiculous', 'disgust*', 'disgrace*', 'appalling', 'shame on you'],
  ...[
    'shameful',
    'how dare',
    'what the hell',
    'wtf',
    'damn',
    'bloody',
    'idiot*',
    'liar*',
    'lied to',
    'scam*',
    'crooks',
  ],
  ...[
    'thieves',
    'rip off',
    'ripped off',
    'worst',
    'never again',
    'terrible',
    'horrible',
    'awful',
    'pathetic',
    'a joke',
  ],
  ...['a joke of', 'useless', 'incompetent', 'garbage', 'crap', 'hate you'],
  ...[
    '生气',
    '气死',
    '气人',
    '愤怒',
    '火大',
    '恼火',
    '过分',
    '骗子',
    '骗人',
    '坑人',
    '黑店',
    '垃圾',
    '受够',
    '忍无可忍',
  ],
  ...[
    '恶心',
    '混蛋',
    '王八',
    '他妈',
    '不要脸',
    '太差',
    '太烂',
    '差劲',
    '离谱',
    '不像话',
    '到底管不管',
    '什么态度',
    '什么玩意',
  ],
  ...['bad review*', 'one star', '1 star', 'my lawyer', 'sue you', '差评', '曝光你', '投诉你', '起诉你', '律师'],
  ...['什么服务', '無恥', '生氣', '氣死', '過分', '騙子', '噁心'],
];

const TABLE = new PhraseTable(ANGER.map((written) => [phraseFrom(written), null]));

/** Whether a text has a word that people say in anger. */
export function hasAngerWord(text: string): boolean {
  return TABLE.mayBeSaidIn(text) && TABLE.saidIn(text).length > 0;
}

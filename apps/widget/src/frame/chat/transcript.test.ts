import { describe, expect, it } from '@jest/globals';
import type { ChatItem } from '@solodesk/client';
import type { WidgetSite } from '@solodesk/protocol/visitor';
import { en } from '../texts/en.ts';
import { zh } from '../texts/zh.ts';
import { transcriptOf } from './transcript.ts';

const items: ChatItem[] = [
  { type: 'visitor_message', seq: 1, at: 0, text: 'hello <b>', clientId: 'a' },
  { type: 'bot_message', seq: 2, at: 0, text: 'Hi', links: [{ label: 'Shop', url: 'https://shop.example' }] },
  { type: 'takeover', seq: 3, at: 0, name: 'Mei' },
  { type: 'owner_message', seq: 4, at: 0, text: 'Mei here', name: 'Mei', clientId: 'b' },
  { type: 'erased', seq: 5, at: 0 },
  { type: 'outbox', clientId: 'c', text: 'later', at: 0, status: 'failed' },
];

describe('a transcript', () => {
  it('says who said what, and what was not sent', () => {
    const lines = transcriptOf(items, { name: 'Shop' } as WidgetSite, en, 'en').split('\n');
    expect(lines.map((line) => line.replace(/^\[[^\]]+\] /, ''))).toEqual([
      'Shop',
      '',
      'You: hello <b>',
      'Assistant: Hi',
      '  Shop: https://shop.example',
      '— Mei joined —',
      'Mei: Mei here',
      'You: later (Not sent · tap to retry)',
      '',
    ]);
  });

  it('speaks Chinese', () => {
    expect(transcriptOf(items, { name: 'Shop' } as WidgetSite, zh, 'zh')).toContain('您: hello');
  });
});

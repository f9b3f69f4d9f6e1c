import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.ts';
import { foldText } from './fold-text.ts';
import { otherReadings } from './other-readings.ts';

const readings = (text: string) => {
  const folded = foldText(text);
  return otherReadings(folded, languageOf(folded, 'zh'));
};

describe('another reading of a message', () => {
  it('takes the words of shops that Chinese writers leave in English for what they stand for', () => {
    expect(readings('我要return这件shirt')).toContain('我要退货 这件衬衫');
    expect(readings('我要cancel我的order')).toContain('我要取消我的订单');
    expect(readings('有没有discount')).toContain('有没有折扣');
  });

  it('shortens a stretched hello, and leaves out hesitations', () => {
    expect(readings('heyy')).toEqual(['hey']);
    expect(readings('hii there')).toContain('hi there');
    expect(readings('and um how long does it uh take')).toContain('and how long does it take');
    expect(readings('too many goods')).toEqual([]);
  });

  it('puts a verb together that stands around what it is about, in both spellings', () => {
    expect(readings('我要退订单1042')).toEqual(['我要退货 订单1042']);
    expect(readings('我想退這條裙子')).toEqual(['我想退货 这条裙子']);
    expect(readings('我想换一件大的')).toEqual(['我想换货 一件大的']);
  });

  it('leaves other words with the same characters alone', () => {
    for (const text of [
      '把钱退给我',
      '我要退款',
      '我要退货',
      '我要退订邮件',
      '我要退出登录',
      '我要换成M码',
      '我想退休',
    ]) {
      expect(readings(text)).toEqual([]);
    }
  });

  it('knows that who asks for their things misses them', () => {
    expect(readings('我的货呢')).toEqual(['我的货到哪了']);
    expect(readings('我买的东西呢？？')).toEqual(['我的东西到哪了']);
    expect(readings('你们的地址呢')).toEqual([]);
  });

  it('writes out what people type on a telephone, without the noise around it', () => {
    expect(readings('do u take cards pls')).toEqual(['do you take cards please']);
    expect(readings('yo my order never came wtf')).toEqual(['my order never came']);
    expect(readings('cud u ship 2 canada b4 friday')).toEqual(['could you ship to canada before friday']);
    expect(readings('i ordered 2 shirts and 4')).toEqual(['i ordered to shirts and 4']);
    expect(readings('how much w/o insurance')).toEqual(['how much without insurance']);
  });

  it('asks how long something takes where it is asked how long that is, and leaves the length of things alone', () => {
    expect(readings('how long is delivery')).toEqual(['how long does delivery take']);
    expect(readings('how long is the shipping to france?')).toEqual(['how long does the shipping take to france?']);
    expect(readings('how long is the shirt')).toEqual([]);
    expect(readings('多久到')).toEqual(['多久能到']);
    expect(readings('几天发货')).toEqual(['几天能发货']);
  });

  it('takes letters out that are typed again and again', () => {
    expect(readings('where is my paaarcel')).toEqual(['where is my parcel', 'where is my paarcel']);
    expect(readings('hellllo is it freeee')).toEqual(['helo is it fre', 'hello is it free']);
    expect(readings('用了AAA电池')).toEqual([]);
  });

  it('has none where all is written out', () => {
    expect(readings('where is my order')).toEqual([]);
    expect(readings('wtf')).toEqual([]);
  });
});

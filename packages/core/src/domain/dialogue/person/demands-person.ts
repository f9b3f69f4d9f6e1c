import { plainWords } from '../../words/plain-words.ts';
import { declinesPersonIn } from '../../words/withdraws.ts';

/** UTF-16 units. */
const LONGEST = 160;
/** At the end, as angry words come first: "this is ridiculous i want a person", 你们什么态度，我要找真人. */
const DEMANDS =
  /(?:^| )(?:i (?:just |only |really )*(?:want|need|demand|insist on)(?: to (?:speak|talk|chat)(?: to| with)?)?|(?:give|get|find) me|(?:let me|can i|could i|may i) (?:please )?(?:speak|talk|chat) (?:to|with)|(?:connect|put|transfer) me (?:through )?(?:to|with)) (?:an? |some ?|the |your )?(?:real |actual |live |human )*(?:person|human(?: being)?|agent|operator|representative|somebody real|someone real)(?: (?:now|please|immediately|at once|right (?:now|away)|here|today))*$|(?:我要|我想|我只想|给我|帮我|马上|赶紧|快)(?:要|找|转|接|换|叫)*(?:一?个|一?位)?(?:人工客服|人工|真人|活人)(?:客服|来|说话|谈|聊|处理)*[吧啊呀了]?$/;

/** Whether who writes this surely wants a person, whatever they say before it. */
export function demandsPerson(text: string): boolean {
  if (text.length > LONGEST) return false;
  const plain = plainWords(text.replace(/[!?.。！？]+/g, ' ')).trim();
  return DEMANDS.test(plain) && !declinesPersonIn(plain);
}

import type { BotReply } from '../../conversation/bot-commands.ts';
import { say } from '../turn.ts';
import type { Turn } from '../turn.ts';

/** Longer messages say more than that. UTF-16 units. */
const LONGEST = 80;
/** The quick question: each apology has one of these. */
const MAY_BE = /sorry|apolog|my bad|\bof me\b|did(?:n['’]?t| not) mean|抱歉|对不起|對不起|不好意思/i;
const BEFORE = '(?:(?:oh|ok|okay|hey|well|look|listen|right|hm+|and|but|yeah|wow) )*';
const HOW = '(?:(?:a bit|a little|so|very|really|too|quite|pretty|just|rather) )*';
const UNKIND =
  '(?:rude|mean|harsh|unfair|unkind|nasty|angry|upset|mad|frustrated|stressed|impatient|short|grumpy|snappy|aggressive|uncalled for|unnecessary|out of (?:line|order)|over the top|not (?:nice|fair|ok|okay)(?: of me)?|wrong of me)';
const BEHIND =
  '(?: (?:of me|with you|to you|at you|just now|there|earlier|before|about that|about this|for that|for this|i (?:am|was) (?:just )?(?:frustrated|stressed|angry|upset|tired)))*';
const SORRY = `(?:(?:i'?m|i am|im|we'?re) )?${HOW}(?:sorry|my bad|my apologies|apologies|i apologi[sz]e)`;
/** "Sorry, my parcel is late" takes nothing back: what follows is about the one who says it. */
const ENGLISH = new RegExp(
  `^${BEFORE}(?:` +
    `${SORRY}(?:,? (?:(?:about|for) (?:that|this|it|before|earlier|just now|swearing|shouting|yelling|cursing|the (?:rant|outburst|language|tone)|my (?:tone|language|words|rant|outburst|temper|manners|attitude|behaviou?r)|(?:being|getting|sounding) ${HOW}${UNKIND})|i did(?:n't|nt| not) mean (?:it|that|to)(?: (?:that way|like that|be rude|offend you))?|(?:that|this|it) (?:was|came out) ${HOW}${UNKIND}|i (?:was|got|am|'m|sounded) ${HOW}${UNKIND}|i lost my temper|i (?:shouldn't|shouldnt|should not) have (?:said (?:that|it)|sworn|shouted|yelled|cursed)))+` +
    `|(?:that|this|it) was ${HOW}(?:rude|mean|harsh|unfair|wrong|unkind|nasty|uncalled for) of me` +
    `|i did(?:n't|nt| not) mean to (?:be rude|offend you|swear|shout|yell)(?: at you)?` +
    `|my bad|my apologies|i apologi[sz]e)${BEHIND}$`,
);
const CHINESE =
  /^(?:那个|啊|哦|嗯|好吧|哎呀?|真的?|很|非常|实在)*(?:抱歉|对不起|不好意思)(?:了|啊|哈|呀)? ?(?:我)?(?:刚才|刚刚|前面|之前)?(?:我)?(?:说错了|(?:态度|语气|说话|口气|脾气|情绪)(?:太|有点|有些|不太|很)?(?:不好|差|冲|急|重|激动|过分|好)|(?:太|有点|有些)(?:激动|冲动|着急|急|过分|冲|生气)|不该(?:骂你|骂人|发火|发脾气|这么说|那么说)|不是(?:那个意思|故意的?)|发脾气|骂(?:你|人))(?:了|的|啊)*$/u;

/** Whether words take back the manner of what was said before, and say nothing else. */
function apologises(turn: Turn): boolean {
  const { text, pressed } = turn.input;
  if (pressed !== undefined || text.length > LONGEST || !MAY_BE.test(text)) return false;
  const plain = turn.plain.replace(/\s*[.!;:…–-]+\s+/g, ' ');
  return ENGLISH.test(plain) || CHINESE.test(plain);
}

/** "Ok sorry, that was rude": nothing is asked, and least of all is it a complaint, whatever its mood. */
export function apology(turn: Turn): BotReply | null {
  if (!apologises(turn)) return null;
  const { apologised, apologisedBetween } = turn.texts;
  const reply = say(turn.input.form ? apologisedBetween : apologised, { kind: 'small_talk', guesses: [] });
  reply.unsureStreak = turn.input.unsureStreak;
  return reply;
}

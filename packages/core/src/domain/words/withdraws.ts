const BEFORE =
  "(?:(?:oh|ok|no|actually|sorry|well|wait|please|you know what|(?:i'?m|it'?s|i am|it is) (?:back(?: in)?|fine|ok|okay|sorted|solved|working|fixed)(?: now| again)?|(?:it|that) works(?: now| again)?|i (?:found|solved|fixed|got) it(?: myself| now)?) )*";
const NEVER_MIND =
  'never ?mind|nvm|forget (?:it|that|about it)|(?:you can )?(?:ignore|disregard) (?:it|that|this|me|my (?:last )?(?:message|request|question))';
const BEHIND = '(?: (?:please|thanks|thank you|thx|then|now|actually|after all|though))*';
const THANKS_ZH = ' ?(?:谢谢)?(?:你|您|了)?';

/** What calls for somebody, by its name. */
const REQUEST = '(?:cancel|drop|withdraw) (?:(?:my|the|that|this) (?:request|call|ticket|enquiry|inquiry))';
/** Whoever would come. */
const SOMEBODY =
  '(?:(?:an?|the|your|any|that|some|talk(?:ing)? to|speak(?:ing)? (?:to|with)|chat with) )*(?:(?:real|live|actual|human) )?(?:human(?: being)?|person|agent|operator|owner|representative|rep|staff|somebody|someone|anyone|anybody)';
/** "No person needed", "forget the human". */
const NOBODY =
  `(?:(?:forget|never ?mind|nvm|skip|cancel|drop|don'?t (?:bother|call|get|send)) ${SOMEBODY}` +
  `|(?:no|don'?t|do not|won'?t) (?:longer )?(?:need|want)(?: for| to)? ${SOMEBODY}|no ${SOMEBODY} (?:is )?(?:needed|necessary|required)` +
  `|(?:nobody|no ?one) (?:needs? to|has to|need|must) (?:come|answer|write|reply|help)(?: me)?)(?: any ?more| any longer)?`;
const SOMEBODY_ZH = '(?:人工|真人|客服|店主|老板|人)+(?:客服|服务)?';
const NOBODY_ZH =
  `(?:(?:不用|不需要|不必|不要|不想|无需|别|取消)(?:再|给我)?(?:找|转|叫|等|接|喊|联系|麻烦)${SOMEBODY_ZH}|(?:不用|不需要|不要|取消)(?:人工|真人|客服)(?:客服|服务)?` +
  '|(?:人工|真人|客服)(?:客服|服务)?(?:就|先)?(?:不用|不需要|不要|不必))(?:了|吧|来|啦)*';

/** Nobody need come any more. */
const DROPS_CALL = new RegExp(
  `^${BEFORE}(?:(?:${NEVER_MIND}|no need(?: any ?more)?)(?: please)?(?: ${REQUEST})?|${REQUEST}|(?:(?:${NEVER_MIND}) )?(?:i )?${NOBODY})${BEHIND}$` +
    `|^(?:那|哦|还是|就|没事|我|算了|不用了|请| )*${NOBODY_ZH} ?${THANKS_ZH}$` +
    `|^(?:那|哦|还是|就|没事)*(?:(?:算了|不用了|不必了|不需要了|不用人工了?|不用找人了?|(?:取消|撤回|撤销)(?:我的|这个|刚才的)?(?:请求|申请|工单))(?:吧|了)? ?)+${THANKS_ZH}$`,
);
/** What was sent is not wanted any more. */
const TAKES_BACK = new RegExp(
  `^${BEFORE}(?:${NEVER_MIND}|take it back|withdraw it|cancel (?:it|that|this)|i(?:'ve| have)? changed my mind)${BEHIND}$` +
    `|^(?:那|哦|还是|就|我|请|帮我)*(?:算了|撤回|撤销|取消)(?:掉|吧|了)*${THANKS_ZH}$`,
);

/** What somebody does instead, or why they leave it. What is chosen instead is no such thing: "never mind, I'll take the voucher". */
const INSTEAD =
  "(?:i(?:'?ll| will| can| could|'?m going to| am going to)|we(?:'?ll| will| can)|let me|gonna) (?:just |rather |better |try to |try and |simply |maybe )*(?!(?:take|have|choose|pick|go (?:with|for)|pay|get|use|keep|do(?! (?:it|that|this) )|order|prefer)\\b)[a-z]+\\b[^0-9@?]{0,60}";
const WHY =
  "(?:it'?s |that'?s |it is |that is |this is |you'?re |you are )?(?:too |not worth|not (?:needed|necessary|important|urgent|interested)|no longer|fine|ok\\b|okay|all right|don'?t bother|don'?t worry|(?:i )?(?:don'?t|do not) (?:need|want|care)|no (?:need|worries|problem))[^0-9@?]{0,60}";
/** Who wants one of these has not left it. */
const WANTS =
  '\\b(?:refund|return|exchange|swap|replac|voucher|money|person|human|someone|somebody|instead|send|give|change|move)';
const CALLS_OFF = new RegExp(
  `^(?!.*${WANTS})${BEFORE}(?:${NEVER_MIND})(?: then)? (?:${INSTEAD}|${WHY})$` +
    '|^(?:那|唉|哎|哦|还是)*算了(?:吧)? ?(?:我|还是|就|直接|自己|先|等|下次|改天|回头|明天|今天)*(?:去|打电话|打|再说|自己来|自己弄|自己去|找别|等|不麻烦|不用|太贵|太麻烦|太慢|太远|太久|不买|不弄|不想|没事)[^0-9@?？吗嗎呢退换換改]{0,12}$' +
    '|^(?:那|唉|哎|哦|还是)*算了(?:吧)? ?(?:我|就|先|那)*不(?:改|退|换|约|报|订|要|填|取消|申请)(?:期|名|货|时间|了|吧)*$',
);

/**
 * Whether plain words leave something alone and say what is done instead, or why: "never mind, I'll call", "forget it, too expensive",
 * 算了我直接去医院.
 */
export function callsOffIn(plain: string): boolean {
  return plain.length <= LONGEST && mayCallOff(plain) && CALLS_OFF.test(plain);
}

/** The quick question, of a text as it was written. */
export function mayCallOff(text: string): boolean {
  return MAY_CALL_OFF.test(text);
}

const MAY_CALL_OFF = /never ?mind|nvm|forget|ignore|disregard|算了/i;
const LONGEST = 90;

/** Whether plain words (`plainWords`) to a person who is waited for say that nobody need come, and nothing else. */
export function dropsCallIn(plain: string): boolean {
  return DROPS_CALL.test(plain);
}

const DECLINES_PERSON = new RegExp(
  `^${BEFORE}(?:(?:${NEVER_MIND}) )?(?:i )?${NOBODY}${BEHIND}$|^(?:那|哦|还是|就|没事|我|算了|不用了|请| )*${NOBODY_ZH} ?${THANKS_ZH}$`,
);

/** The same where nobody is waited for: that no person is wanted, by that name, whose name alone the model takes for the wish for one. */
export function declinesPersonIn(plain: string): boolean {
  return plain.length <= LONGEST && DECLINES_PERSON.test(plain);
}

/** Whether plain words take back what was just wanted, and say nothing else. */
export function withdrawsIn(plain: string): boolean {
  return TAKES_BACK.test(plain);
}

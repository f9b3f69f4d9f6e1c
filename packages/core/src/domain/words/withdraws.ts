const BEFORE = '(?:(?:oh|ok|no|actually|sorry|well|wait|please|you know what) )*';
const NEVER_MIND = 'never ?mind|nvm|forget (?:it|that|about it)';
const BEHIND = '(?: (?:please|thanks|thank you|thx|then|now))*';
const THANKS_ZH = ' ?(?:谢谢)?(?:你|您|了)?';

/** What calls for somebody, by its name. */
const REQUEST = '(?:cancel|drop|withdraw) (?:(?:my|the|that|this) (?:request|call|ticket|enquiry|inquiry))';
/** Nobody need come any more. */
const DROPS_CALL = new RegExp(
  `^${BEFORE}(?:(?:${NEVER_MIND}|no need(?: any ?more)?)(?: please)?(?: ${REQUEST})?|${REQUEST})${BEHIND}$` +
    `|^(?:那|哦|还是|就|没事)*(?:(?:算了|不用了|不必了|不需要了|不用人工了?|不用找人了?|(?:取消|撤回|撤销)(?:我的|这个|刚才的)?(?:请求|申请|工单))(?:吧|了)? ?)+${THANKS_ZH}$`,
);
/** What was sent is not wanted any more. */
const TAKES_BACK = new RegExp(
  `^${BEFORE}(?:${NEVER_MIND}|take it back|withdraw it|cancel (?:it|that|this)|i(?:'ve| have)? changed my mind)${BEHIND}$` +
    `|^(?:那|哦|还是|就|我|请|帮我)*(?:算了|撤回|撤销|取消)(?:掉|吧|了)*${THANKS_ZH}$`,
);

/** Whether plain words (`plainWords`) to a person who is waited for say that nobody need come, and nothing else. */
export function dropsCallIn(plain: string): boolean {
  return DROPS_CALL.test(plain);
}

/** Whether plain words take back what was just wanted, and say nothing else. */
export function withdrawsIn(plain: string): boolean {
  return TAKES_BACK.test(plain);
}

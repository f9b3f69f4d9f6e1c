const WITHDRAWS =
  /^(?:(?:oh|ok|no|actually|sorry|well|wait|please|you know what) )*(?:never ?mind|nvm|forget (?:it|that|about it)|(?:take it back|withdraw it|cancel (?:it|that|this))|i(?:'ve| have)? changed my mind)(?: (?:please|thanks|thank you|thx|then|now))*$|^(?:那|哦|还是|就|我|请|帮我)*(?:算了|撤回|撤销|取消)(?:掉|吧|了)* ?(?:谢谢)?(?:你|您|了)?$/;

/** Whether plain words (`plainWords`) take back what was just wanted, and say nothing else. */
export function withdrawsIn(plain: string): boolean {
  return WITHDRAWS.test(plain);
}

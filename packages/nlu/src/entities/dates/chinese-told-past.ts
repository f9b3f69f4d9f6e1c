/** A verb of what people do with an order or a visit. */
const DONE =
  '(?:下|买|買|购|購|订|訂|拍|签?收|簽?收|付|交|寄|发|發|退|送|取|拿|打|来|來|去|到|看|做|换|換|问|問|催|申请|申請|提交|联系|聯繫|安装|安裝|坏|壞)';
/** What is wished, possible or agreed on: 周一能到了吗, 周五来的话. */
const AHEAD =
  /[要想能会會将將请請帮幫]|可以|打算|准备|準備|希望|有空|方便|再|的话|的話|的时候|的時候|不(?:来|來|去|用|行|上)|[吧]|改到|换到|換到|怎么样|行吗|好吗/u;
const PAST = new RegExp(
  [
    // 周一下的单, 24号买的, 周五收到的, 周三就发了
    `^[^，,。！？!?；;\\s]{0,6}${DONE}(?:到|货|貨|单|單|款)?(?:的|了|过|過)`,
    // 周五就该到了, 周五没来
    '^就?(?:应|應)?[该該]\\p{Script=Han}{0,4}[到来來发發]',
    '^[^，,。！？!?；;\\s]{0,3}(?:没|沒)(?![空人时時办辦法问問])',
    '^(?:就|都)?(?:已经|已經|开始等|開始等|等到现在|等到現在)',
    '^(?:的|那[个個笔筆]?)?(?:订单|訂單|单子|單子|快递|快遞|包裹)',
  ].join('|'),
  'u',
);
/** 本来周五到, 从周一等到现在, 下单时间是24号. */
const PAST_BEFORE =
  /(?:本来|本來|原本|原定|早该|早該|上次)[^，,。！？!?；;\s]{0,5}$|(?:下单|下單|购买|購買|收货|收貨|签收|簽收|付款|发货|發貨)(?:的?(?:时间|時間|日期))?(?:是|在)?$|(?:[从從自])$/u;

/**
 * Whether what is said of a day in a Chinese text has happened: 周一下的单, 本来周五该到. Chinese verbs have no tense: 的, 了, 没 and 该 behind
 * the day say it, and what is wished or possible says the contrary.
 */
export function toldAsPast(text: string, start: number, end: number): boolean {
  const behind = text.slice(end).split(/[，,。！？!?；;\n]/u)[0] ?? '';
  const before = text.slice(0, start);
  if (/[从從自]$/u.test(before)) return /等|到(?:现在|今天|現在)/u.test(behind);
  const past = PAST.exec(behind);
  if (past !== null) return !AHEAD.test(past[0]) && !/^的(?:话|話|时候|時候)/u.test(behind.slice(past[0].length - 1));
  return PAST_BEFORE.test(before) && !AHEAD.test(behind);
}

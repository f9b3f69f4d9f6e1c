import type { Locale } from '../state/wire-types.ts';

/**
 * What the server says of a call or mail that came to nothing (notify's `outgoing-error.ts`, `never-called.ts`, `safe-fetch.ts`, `signed-call.ts`,
 * `action-caller.ts`, `carrier.ts`, core's `deliver-entry.ts`). It is kept as it was said, in English, since logs and the REST API
 * show it too; `$1` is a host or a number, and the code of the system, for whoever looks it up, stays behind it.
 */
const CHINESE: readonly (readonly [RegExp, string])[] = [
  [/^only https:\/\/ addresses are called$/, '只呼叫 https:// 开头的地址'],
  [/^an address with a password in it is not called$/, '不呼叫带有密码的地址'],
  [/^this is no web address$/, '这不是网址'],
  [/^(\S+) is no machine of the public internet, so it is not called$/, '$1 不在公网上，因此不呼叫'],
  [/^(\S+) has no address(?: \((.+)\))?$/, '找不到 $1 的地址（域名解析失败）'],
  [/^(\S+) could not be looked up in time$/, '没能及时解析 $1 的地址'],
  [/^(\S+) leads from one address to another$/, '$1 重定向次数太多'],
  [/^(\S+) leads to no web address$/, '$1 重定向到的不是网址'],
  [/^(\S+) refuses the connection \((.+)\)$/, '$1 拒绝连接（$2）'],
  [/^(\S+) cannot be reached \((.+)\)$/, '无法连接 $1（$2）'],
  [/^(\S+) broke off the connection \((.+)\)$/, '$1 中断了连接（$2）'],
  [/^(\S+) has no certificate that can be trusted \((.+)\)$/, '$1 的证书不可信（$2）'],
  [/^(\S+) did not answer in time$/, '$1 没有及时回应'],
  [/^(\S+) could not be reached in time$/, '没能及时连接 $1'],
  [/^(\S+) answered with more than (\d+) bytes$/, '$1 的回应超过 $2 字节'],
  [/^it answered (\d+)$/, '对方返回 $1'],
  [/^it has moved \(it answered (\d+)\)$/, '地址已变更（对方返回 $1）'],
  [/^its answer is no JSON$/, '对方的回应不是 JSON'],
  [
    /^it failed several times in a row, so it is left alone for a minute \(circuit open\)$/,
    '连续多次失败，暂停一分钟再试',
  ],
  [/^it was cut off while being sent (\d+) times, so it may have arrived$/, '发送时中断了 $1 次，可能已经送达'],
  [/^it failed inside; the log says more$/, '内部出错，详情见日志'],
  [/^this webhook is paused$/, '此 Webhook 已暂停'],
  [/^the push service answered (\d+)$/, '推送服务返回 $1'],
  [/^this is not the address of a known push service$/, '这不是已知推送服务的地址'],
  [/^the site is gone$/, '站点已不存在'],
  [/^no mail server is named$/, '没有设置邮件服务器'],
  [/^no service for text messages is named$/, '没有设置短信服务'],
  [/^every address was refused$/, '所有收件地址都被拒绝'],
];

/** In the owner's language as far as it is one of ours; what another server said stays as it was said. */
export function deliveryReason(reason: string, locale: Locale): string {
  if (locale !== 'zh') return reason;
  for (const [pattern, words] of CHINESE) if (pattern.test(reason)) return reason.replace(pattern, words);
  return reason;
}

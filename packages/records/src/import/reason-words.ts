import type { Locale } from '@solodesk/core';

type Pattern = readonly (readonly [RegExp, string])[];

/** On a terminal it is an option of the command; for who imports on screen it is the choice beside the columns. */
const CHOICE: Record<Locale, string> = {
  en: ': choose “day first” or “month first” beside the columns',
  zh: '：请在各列下方选择“日在前”或“月在前”',
};
const OPTION = /; say --dates dmy or --dates mdy$/;

/**
 * Why a row was refused, or a file cannot be read (records' `schemas.ts`, `row-values.ts`, `rows-to-drafts.ts`, `not-future.ts`,
 * `check-file.ts`, `mapping.ts`, `read-rows.ts`), in Chinese for who reads the console in it; the command line and the REST API say it
 * in English. `$1` is what stood in the file.
 */
const CHINESE: Pattern = [
  [/^is missing$/, '缺失'],
  [/^is empty$/, '为空'],
  [/^stands beside a "no"$/, '与“否”矛盾'],
  [/^this (?:product|customer|feedback) stood further up in this file: .+$/, '文件前面已有同一条：每条只需一次'],
  [/^this channel and month stood further up in this file: .+$/, '文件前面已有同一渠道和月份：请合并金额'],
  [
    /^order "(.+)" stood further up in this file: .+$/,
    '订单“$1”在文件前面出现过：同一订单的各行必须相连（请按订单号排序）',
  ],
  [/^is not known here$/, '不是这里的字段'],
  [/^must be a text$/, '必须是文字'],
  [/^must be a number$/, '必须是数字'],
  [/^must be a whole number$/, '必须是整数'],
  [/^must be true or false$/, '必须是 true 或 false'],
  [/^must be "en" or "zh"$/, '必须是 "en" 或 "zh"'],
  [/^must not be negative$/, '不能是负数'],
  [/^must be above 0$/, '必须大于 0'],
  [/^must be from 1 to 10$/, '必须在 1 到 10 之间'],
  [/^must be a whole number from 1 to 10$/, '必须是 1 到 10 的整数'],
  [/^must be a whole number of minor units \((.+)\)$/, '必须是最小货币单位的整数（49.90 写作 4990）'],
  [/^must be letters, digits and (.+) \(at most 100\)$/, '只能是字母、数字和 $1（最多 100 个字符）'],
  [/^must be a complete address that begins with https:\/\/$/, '必须是 https:// 开头的完整网址'],
  [/^must be a code such as EUR or CNY \(ISO 4217\)$/, '必须是 EUR、CNY 这样的币种代码（ISO 4217）'],
  [/^must be a moment with its offset, such as (\S+) \(ISO 8601\)$/, '必须是带时差的时间，例如 $1（ISO 8601）'],
  [/^must be a month such as (\S+)$/, '必须是月份，例如 $1'],
  [/^must be one of (.+)$/, '必须是其中之一：$1'],
  [/^is longer than (\d+) characters$/, '超过 $1 个字符'],
  [/^has more than (\d+) lines$/, '超过 $1 行明细'],
  [/^has more than (\d+) sizes$/, '超过 $1 个尺码'],
  [/^holds an invisible control character$/, '含有不可见的控制字符'],
  [/^is no e-mail address$/, '不是邮箱地址'],
  [/^is no telephone number; write it with its country code, such as (.+)$/, '不是电话号码；请带国家代码，例如 $1'],
  [/^is too large$/, '太大'],
  [/^is before 1970$/, '早于 1970 年'],
  [/^is needed beside a total$/, '有总额时必须填写'],
  [/^is needed beside a price$/, '有价格时必须填写'],
  [/^lies in the future$/, '在未来'],
  [/^has neither "id" nor "email" nor "phone": one of them is needed$/, '编号、邮箱和电话都没有：至少需要一个'],
  [/^"(.+)" has no currency: .+$/, '“$1”没有币种：请提供币种列，或在设置中填写币种'],
  [/^"(.+)" is no code such as EUR or CNY \(ISO 4217\)$/, '“$1”不是 EUR、CNY 这样的币种代码（ISO 4217）'],
  [/^"(.+)" is no amount of (\w+) that can be read in one way only$/, '“$1”作为 $2 金额读法不唯一，或不是金额'],
  [/^"(.+)" is no number$/, '“$1”不是数字'],
  [/^"(.+)" is no date that can be read in one way only$/, '“$1”作为日期读法不唯一，或不是日期'],
  [/^"(.+)" is no month that can be read in one way only$/, '“$1”作为月份读法不唯一，或不是月份'],
  [/^"(.+)" is below zero: give what was spent in the month$/, '“$1”小于零：请填写当月的支出'],
  [/^"(.+)" is below zero: .+$/, '“$1”小于零：请填写实际支付的金额'],
  [/^"(.+)" is neither yes nor no$/, '“$1”既不是“是”也不是“否”'],
  [/^has (\d+) values, and the header has (\d+): the row is not whole$/, '有 $1 个值，而表头有 $2 列：这一行不完整'],
  [
    /^has (\d+) values, and the header has (\d+): is a value with a separator not in quotes\?$/,
    '有 $1 个值，而表头有 $2 列：是否有含分隔符的值没有加引号？',
  ],
  [/^belongs to the order that is refused for line (\d+)$/, '属于因第 $1 行而被拒绝的订单'],
  [/^a " is opened and never closed: nothing can be read from here on$/, '有一个引号 " 没有闭合：从这里起无法读取'],
  [/^nothing can be read from here on \((.+)\)$/, '从这里起无法读取（$1）'],
  [/^the file is empty; it needs a header line and a row$/, '文件是空的；需要一行表头和至少一行数据'],
  [/^this is an Excel workbook; .+$/, '这是 Excel 工作簿；请另存为“CSV UTF-8”再导入'],
  [/^this is UTF-16; .+$/, '这是 UTF-16 编码；请另存为“CSV UTF-8”再导入'],
  [/^line (\d+) holds a zero byte: .+$/, '第 $1 行含有零字节：这不是文本文件；请另存为“CSV UTF-8”再导入'],
  [/^line (\d+) is not UTF-8 .+$/, '第 $1 行不是 UTF-8（可能是 Latin-1 或 Windows-1252）；请另存为“CSV UTF-8”再导入'],
  [/^the header names "(.+)" twice$/, '表头里“$1”出现了两次'],
  [/^"(.+)" is given to two columns$/, '“$1”被分配给了两列'],
];

/** As the owner's console says it, with the name of the column before it as it stands in the file. */
export function importReason(reason: string, locale: Locale): string {
  const column = /^("(?:[^"]|"(?!: ))*"): /.exec(reason)?.[0] ?? '';
  const said = reason.slice(column.length);
  const isDate = OPTION.test(said);
  const plain = said.replace(OPTION, '');
  const found = locale === 'zh' ? CHINESE.find(([pattern]) => pattern.test(plain)) : undefined;
  const words = found === undefined ? plain : plain.replace(...found);
  return `${locale === 'zh' ? column.replace(/: $/, '：') : column}${words}${isDate ? CHOICE[locale] : ''}`;
}

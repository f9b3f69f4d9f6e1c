type Said = readonly [english: RegExp, chinese: string];

/** Before what is wrong, where: the key, or an entry of a list. */
const PLACES: readonly Said[] = [
  [/^entry (\d+) of ("[^"]*") /, '$2 的第 $1 项'],
  [/^("[^"]*") /, '$1 '],
  [/^("[^"]*") has a name that /, '$1 的名字'],
  [/^the file /, '文件'],
];

/** What `issueWords` and the schemas of `site.json` say. `$1` is said again as it is. */
const WORDS: readonly Said[] = [
  [/^is missing$/, '没有填写'],
  [/^must not be empty$/, '不能为空'],
  [/^must be at least ([\d,.-]+)$/, '不能小于 $1'],
  [/^must be at most ([\d,.-]+)$/, '不能大于 $1'],
  [/^must have at least ([\d,]+) entr(?:y|ies)$/, '至少要有 $1 项'],
  [/^must have at most ([\d,]+) entr(?:y|ies)$/, '最多 $1 项'],
  [/^must have at least ([\d,]+) characters$/, '至少要有 $1 个字符'],
  [/^must have at most ([\d,]+) characters$/, '最多 $1 个字符'],
  [/^has ([\d,]+) characters; at most ([\d,]+) are allowed$/, '有 $1 个字符，最多 $2 个'],
  [/^has more than (\d+) characters$/, '超过了 $1 个字符'],
  [/^holds half of a character.*$/, '含有半个字符（\\ud… 缺少另一半）'],
  [/^holds an invisible control character$/, '含有看不见的控制字符'],
  [/^has braces at (".*") that are no field; write (.*)$/, '$1 处的花括号不是字段，请写成 $2'],
  [/^must be an exact web origin such as (".*"), or "\*"$/, '必须是准确的网站来源，例如 $1，或 "*"'],
  [/^must be lower-case letters, digits and hyphens, such as (".*")$/, '只能用小写字母、数字和连字符，例如 $1'],
  [/^must be lower-case words joined by dots, such as (".*")$/, '必须是用点连接的小写单词，例如 $1'],
  [/^must be upper-case letters and digits, such as (".*")$/, '只能用大写字母和数字，例如 $1'],
  [/^must be a word of letters, digits, _ and -, such as (".*")$/, '只能是由字母、数字、_ 和 - 组成的词，例如 $1'],
  [/^must be a country code of two capital letters, such as .*$/, '必须是两个大写字母的国家代码，例如 "DE" 或 "CN"'],
  [
    /^must be a currency code of three capital letters, such as .*$/,
    '必须是三个大写字母的货币代码，例如 "EUR" 或 "CNY"',
  ],
  [/^must be a currency of three capitals, such as (".*")$/, '必须是三个大写字母的货币代码，例如 $1'],
  [/^must be more than "atRiskDays": .*$/, '必须大于 "atRiskDays"：流失之前先有流失风险'],
  [/^is the name of another message, too$/, '与另一封邮件同名'],
  [/^is the name of another segment, too$/, '与另一个分组同名'],
  [/^("[^"]*") is no segment of site\.json$/, 'site.json 里没有名为 $1 的分组'],
  [/^must be one word, such as (".*")$/, '必须是一个词，例如 $1'],
  [/^must name a segment, a page or a stage$/, '必须写明分组、页面或阶段'],
  [/^must be a telephone number, such as (".*")$/, '必须是电话号码，例如 $1'],
  [/^must be a mail address, such as (".*")$/, '必须是邮箱地址，例如 $1'],
  [/^must be a time zone such as .*$/, '必须是时区，例如 "Europe/Berlin"、"Asia/Shanghai" 或 "UTC"'],
  [/^must be a colour such as (".*")$/, '必须是颜色，例如 $1'],
  [/^must be a span such as (".*") .*$/, '必须是时间段，例如 $1（24 小时制，各两位数字）'],
  [/^must end after it begins; .*$/, '结束必须晚于开始；全天请写 "00:00-24:00"'],
  [/^must come before the hours past midnight$/, '必须排在跨过午夜的时间段之前'],
  [/^must begin after (".*") of the day before ends$/, '必须在前一天的 $1 结束之后开始'],
  [/^must begin after (".*") ends$/, '必须在 $1 结束之后开始'],
  [/^must be a date such as .*$/, '必须是日期，例如 "2026-12-24"；每年都有的写 "12-24"'],
  [/^is a day that does not exist$/, '没有这一天'],
  [/^must be written as "date" is: .*$/, '写法要和 "date" 一样：要么都带年份，要么都不带'],
  [/^must not be before "date"$/, '不能早于 "date"'],
  [/^must be less than the deadline of (\d+) hours$/, '必须小于 $1 小时的期限'],
  [
    /^must name a page, open, a part of the day, returning or a ticket$/,
    '必须写明 page、open、part、returning 或 ticket',
  ],
  [/^must be the path of a page, such as (".*")$/, '必须是页面路径，例如 $1'],
  [/^must be a category such as .*$/, '必须是类别，例如 "returns"，或其开头加 *'],
  [/^must be an intent such as (".*"), or (".*")$/, '必须是意图，例如 $1，或 $2'],
  [/^must be words and blanks; .*$/, '只能是词和空格；词可以用 * 结尾，用 | 隔开的词说到一个就算'],
  [/^is too short$/, '太短了'],
  [/^must have at least two letters or characters$/, '至少要有两个字母或汉字'],
  [/^has more than (\d+) gaps .*$/, '空缺（"…"）超过了 $1 处'],
  [/^must begin with https:\/\/ and hold no spaces$/, '必须以 https:// 开头，且不含空格'],
  [/^is not a complete address$/, '不是完整的网址'],
  [/^names a language twice$/, '同一种语言写了两次'],
  [/^names a (?:rule|remedy) twice$/, '有两项同名'],
  [
    /^must fall from urgent over high to normal, not be (\d+), (\d+) and (\d+)$/,
    '必须从 urgent 到 high 到 normal 递减，现在是 $1、$2、$3',
  ],
  [/^needs "points" or "perHour"$/, '需要 "points" 或 "perHour"'],
  [/^needs a "text" that names the reason$/, '需要说明原因的 "text"'],
  [/^cannot stand beside "points"; keep one of them$/, '不能和 "points" 并存，只留一个'],
  [/^belongs to "perHour", which is missing$/, '属于 "perHour"，但没有写 "perHour"'],
  [/^("[^"]*") stands twice.*$/, '$1 出现了两次，每个名字只能用一次'],
  [/^("[^"]*") stands here a second time; keep one of them$/, '$1 在这里重复了，只留一个'],
  [/^("[^"]*") is not known here; is ("[^"]*") meant\?.*$/, '这里没有 $1 这一项；是不是 $2？自己的备注以 _ 开头'],
  [/^("[^"]*") is no language of Solodesk; .*$/, '$1 不是 Solodesk 的语言；文字写在 "en"（英文）和 "zh"（中文）下'],
  [/^("[^"]*") is not known here; .*$/, '这里没有 $1 这一项；请改正拼写，或在前面加 _ 作为备注'],
  [/^("[^"]*") does not belong here: secrets .*$/, '$1 不该写在这里：网站文件夹里从不存放密钥'],
  [/^has no ("[^"]*"), but the site speaks (.*)$/, '缺少 $1，但网站使用的语言是 $2'],
  [/^there is no FAQ ("[^"]*").*; is ("[^"]*") meant\?$/, '没有名为 $1 的常见问题；是不是 $2？'],
  [/^there is no FAQ ("[^"]*").*$/, '没有名为 $1 的常见问题'],
  [
    /^cannot be understood at (".*"); use .*$/,
    '在 $1 处看不懂；可用字母、数字、- # _ / :、\\d、\\w、\\.、[A-Z] 这样的类、其后的 {4}、{4,6} 或 ?，以及完整号码之间的 |',
  ],
  [/^repeats something (.*); at most (\d+) times is allowed$/, '重复了 $1，最多 $2 次'],
  [/^has more than (\d+) parts whose length varies$/, '长度可变的部分超过了 $1 个'],
  [/^would take almost any text for an order number; .*$/, '几乎任何文字都会被当成订单号；至少要 3 个字符'],
  [/^could take long on some texts; .*$/, '遇到某些文字会很慢；请更准确地写明各部分重复几次'],
  [
    /^a ticket cannot be sent to an action: .*$/,
    '工单不能转给操作：请让表单以它结束（forms/*.json 的 "action"），或由常见问题触发（操作的 "intents"）',
  ],
  [/^is nested more than (\d+) levels deep$/, '嵌套超过了 $1 层'],
  [/^the file is empty$/, '内容为空'],
  [/^this is not JSON here; .*$/, '这里不是 JSON；文字要放在 "双引号" 里'],
  [/^this is not JSON$/, '这不是 JSON'],
  [/^this is not a number$/, '这不是数字'],
  [/^a name in "double quotes" is expected here$/, '这里应该是 "双引号" 里的名字'],
  [/^a value is expected here$/, '这里应该有一个值'],
  [/^a colon \(:\) is missing before this$/, '这之前缺少冒号 (:)'],
  [/^a comma is missing before this$/, '这之前缺少逗号'],
  [/^there is a comma too many before this$/, '这之前多了一个逗号'],
  [/^a closing (.) is missing$/, '缺少结尾的 $1'],
  [/^the file should end here, but something follows$/, '应该到此结束，后面却还有内容'],
  [/^comments are not allowed in JSON; .*$/, 'JSON 里不能写注释；请用 "note" 键'],
  [
    /^this text has no closing double quote in its line; .*$/,
    '这段文字在这一行缺少结尾的双引号；文字里的换行要写成 \\n',
  ],
  [/^the text ended at the double quote before this; .*$/, '文字在前面的双引号处就结束了；文字里的引号要写成 \\"'],
  [/^here stands a special space, .*$/, '这里有一个特殊的空格（例如从网页复制来的）；请改成普通空格'],
  [
    /^(.) is not the [a-z ]+ of JSON; write (.+) with an English keyboard$/,
    '$1 不是 JSON 的标点；请用英文输入法输入 $2',
  ],
  [/^a \\u must be followed by .*$/, '\\u 后面必须是四个数字或 a 到 f 的字母'],
  [/^this text has a backslash that means nothing; .*$/, '这段文字里有没有意义的反斜杠；要写反斜杠请写 \\\\'],
  [
    /^this text holds a tab or another invisible character; .*$/,
    '这段文字里有制表符或其他看不见的字符；请写 \\t 或 \\n',
  ],
  [/^there are more mistakes in this file, from here on$/, '从这里起还有更多错误'],
];

const KINDS: readonly Said[] = [
  [/a text in double quotes/g, '双引号里的文字'],
  [/a list in \[ \]/g, '[ ] 里的列表'],
  [/a group in \{ \}/g, '{ } 里的一组'],
  [/true or false/g, 'true 或 false'],
  [/a whole number/g, '整数'],
  [/a number/g, '数字'],
  [/a list/g, '列表'],
  [/a text/g, '文字'],
  [/a group/g, '一组'],
  [/something else/g, '别的内容'],
  [/ or /g, ' 或 '],
];

/** A problem in Chinese. What has no translation, such as a sentence of a program below us, is said as it was. */
export function chineseProblem(message: string): string {
  const whole = translated(message);
  if (whole !== null) return whole;
  for (const [place, chinese] of PLACES) {
    const found = place.exec(message);
    const words = found && translated(message.slice(found[0].length));
    if (found && words !== null) return found[0].replace(place, chinese) + words;
  }
  return message;
}

function translated(words: string): string | null {
  for (const [english, chinese] of WORDS) if (english.test(words)) return words.replace(english, chinese);
  const kind =
    /^must be (.*), not (.*)$/s.exec(words) ?? /^must be ((?:"[^"]*"|\d+|null|true|false)(?: or .*)?)$/s.exec(words);
  if (kind === null) return null;
  const [wanted, given] = kind.slice(1).map((each) => KINDS.reduce((said, [is, was]) => said.replace(is, was), each));
  return given === undefined ? `必须是 ${wanted}` : `必须是${wanted}，而不是${given}`;
}

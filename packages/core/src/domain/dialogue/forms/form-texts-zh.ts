import type { FormTexts } from './form-texts.ts';

export function chineseFormTexts(you: string): FormTexts {
  return {
    send: '发送',
    change: '修改',
    cancel: '取消',
    skip: '跳过',
    leaveOut: '不填，继续',
    goOn: '继续',
    restart: '重新开始',
    talkToPerson: '转人工',
    noted: (details) => `我已记下：\n${details}`,
    added: '已补充进去。',
    fileCame: '谢谢，文件已收到。',
    summary: (title) => `${title}——我将发送以下内容：`,
    shallISend: '现在发送吗？',
    shallIDo: (title) => `${title}：现在继续吗？`,
    doIt: '好的，继续',
    nothingKnown: '（暂无）',
    leftOut: (labels) => `未填写：${labels}`,
    sendOrChange: '请回复“发送”、“改一下…”或“取消”。',
    confirmExplained: `${you}的申请已经准备好，${you}说“发送”我才会发送。要修改，可以说“改一下邮箱”。也可以转人工。`,
    whatToChange: '要修改哪一项？',
    changeUnknown: '我没看懂要改哪一项，请选择：',
    changed: (label, value) => `已修改。${label}：${value}`,
    invalid: (type, trouble, about) => INVALID[trouble]?.(about) ?? EXAMPLES[type],
    invalidAgain: (label) => `抱歉，我还是没看懂“${label}”。请再试一次，或者说“跳过”“取消”。`,
    unknown: (label) => `这个我不清楚，可以请人工回答${you}。要转人工，还是继续填写“${label}”？`,
    angered: (label) =>
      `很抱歉给${you}添了这么多麻烦。我可以帮${you}转人工${label === null ? '' : `，也可以继续填写“${label}”`}。`,
    explained: (label, purpose) =>
      `需要“${label}”${purpose}，但我没能从${you}的回答中看懂。可以转人工，也可以不填、继续。`,
    heard: (label, purpose) => `我明白。需要“${label}”只是${purpose}，没有也可以请人工帮${you}。`,
    wanted: (label, purpose) => `需要“${label}”${purpose}。如果${you}不方便提供，也可以不填、继续。`,
    stillWanted: (label, purpose) => `还差一项：需要“${label}”${purpose}。如果${you}不方便提供，也可以不填、继续。`,
    because: (label, purpose) => `需要“${label}”${purpose}。`,
    goesWithout: (label) => `好的，“${label}”先不填。`,
    firstQuestion: '这已经是第一个问题了。',
    fromTheStart: '好的，我们重新开始，之前填写的内容已清除。',
    cancelledButKept: (title) => `好的，我不再多问。${you}说的内容已记录（${title}），我们会答复${you}。`,
    cancelled: (title) => `好的，已取消（${title}），什么都没有发送。还有什么可以帮${you}？`,
    putAside: (title) => `先放到一边（${title}），什么都没有发送。需要时再告诉我即可。`,
    resume: (title, details) => `还有一项没有完成：${title}。目前已有：\n${details}\n要继续吗？`,
    resumeAgain: (title) => `要继续吗（${title}）？请回复“继续”或“取消”。`,
    next: (title) => `好的，这个完成后马上处理：${title}。`,
    nothingOpen: `这项已经发送或取消了，现在没有进行中的内容。还有什么可以帮${you}？`,
    leaveMessage: '留言',
    sent: `谢谢，${you}的申请已发送，我们会尽快回复${you}。`,
    shortly: (label) => `${label}？`,
    bullet: (label, value) => `• ${label}：${value}`,
  };
}

const EXAMPLES: Record<Parameters<FormTexts['invalid']>[0], string> = {
  text: '我没看懂，请用几个字说明一下。',
  choice: '请从下面选一个，或者用类似的说法：',
  email: '这看起来不像邮箱地址，格式应类似 name@example.com。',
  phone: '这看起来不像电话号码，请写完整，例如 138 0013 8000 或 +86 138 0013 8000。',
  date: '我没找到日期，请这样写：“12月3日”或“下周二”。',
  order: '我没找到订单号，它在确认邮件里。',
  amount: '我没找到金额，请这样写：“25.90”。',
  product: '我没找到商品，请写出它的名称。',
  file: '请用下方的回形针选择文件，也可以粘贴或拖到这里。没有的话，请说“跳过”。',
};

const INVALID: Partial<
  Record<Parameters<FormTexts['invalid']>[1], (about: Parameters<FormTexts['invalid']>[2]) => string>
> = {
  short: () => '有点短，请再多说一点。',
  long: ({ limit }) => `太长了，最多 ${limit} 个字。`,
  early: ({ from }) => `这一天太早了，最早可以选${from}。`,
  late: ({ to }) => `这一天太晚了，最晚可以选${to}。`,
  birth: () => '请写出出生的年、月、日，例如“1985年5月12日”。',
  year: () => '请问是哪一年？',
  time: () => '请把日期和时间一起告诉我，例如“12月3日 10:00”。',
};

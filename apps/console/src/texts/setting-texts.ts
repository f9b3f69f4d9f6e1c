import type { SectionId } from '../screens/site-settings/sections.ts';
import type { Locale } from '../state/wire-types.ts';

/** A field's name, and what it means. */
type Said = readonly [label: string, hint?: string];

export interface SettingTexts {
  title(site: string): string;
  text: string;
  sections: Record<SectionId, string>;
  sectionTexts: Partial<Record<SectionId, string>>;
  fields: Record<string, Said>;
  choices: Record<string, string>;
  usual(value: string): string;
  never: string;
  keepForever: string;
  inLanguage(label: string, language: string): string;
  usualLanguage: string;
  onePerLine: string;
  consentOn: string;
  consentVersion: Said;
  consentText: string;
  helpUsual: string;
  helpOn: string;
  helpOff: string;
  json: string;
  jsonHint: string;
  jsonBroken: string;
  at(line: number, column: number): string;
  schema: string;
  whole: Said;
  wholeWaits: string;
  mustMend: string;
  changed(count: number): string;
  unchanged: string;
  faults(count: number): string;
  save: string;
  discard: string;
  discarded: string;
  saved: string;
  undone: string;
  undoLast: string;
  kept: string;
  waiting: string;
  checking: string;
  notChecked: string;
  both: { title: string; text: string; file: string; mine: string; nothing: string; keep: string; take: string };
  preview: {
    title: string;
    show: string;
    hide: string;
    language: string;
    when: string;
    asNow: string;
    closed: string;
    size: string;
    desktop: string;
    phone: string;
    old: string;
    none: string;
  };
}

export const settingTexts: Record<Locale, SettingTexts> = {
  en: {
    title: (site) => `Settings of ${site}`,
    text: 'Everything in the site’s file, site.json. What you save holds at once; the rest of the file stays as it is.',
    sections: {
      look: 'Look and texts',
      hours: 'Hours and holidays',
      bot: 'The bot',
      promises: 'Promises',
      rules: 'Priority and routing',
      actions: 'Actions',
      customers: 'Customers',
      privacy: 'Privacy',
      notices: 'Notifications',
      install: 'On your site',
      file: 'The whole file',
    },
    sectionTexts: {
      bot: 'How the bot speaks, how sure it must be, and what it recognises.',
      promises: 'What visitors are told about when they get an answer.',
      rules: 'What is done first, and who settles it.',
      actions: 'What visitors can do by themselves: see where an order is, book a time, ask your own system.',
      privacy: 'Whom the widget serves, what it asks first, and for how many days what is known is kept.',
      notices:
        'When you are told of somebody who waits. Mails, pushes and their tests are under Settings → Notifications.',
    },
    fields: {
      name: ['Name of the business', 'As visitors read it.'],
      ownerName: ['Your name', 'The person behind the desk; the name of the business when left out.'],
      'colors.accent': ['Colour', 'Texts on it become black or white by themselves, whichever is easier to read.'],
      position: ['Side of the page'],
      languages: ['Languages'],
      greeting: ['First message of the bot'],
      proactive: ['Messages beside the bubble', 'Words to somebody who has not opened the chat, at most one a visit.'],
      categories: ['Names of the categories', 'In the order of the help centre.'],
      timeZone: ['Time zone'],
      hours: ['Opening hours'],
      holidays: ['Holidays'],
      'policy.wrongAnswerBudget': [
        'Wrong answers of 100',
        'How many of 100 answers may be wrong. The smaller this is, the less the bot answers, and the more comes to you.',
      ],
      'voice.botName': ['Name of the bot', 'It says that it is a bot all the same.'],
      'voice.signOff': ['Under goodbyes and promises'],
      'voice.address': ['How Chinese texts address the customer'],
      'voice.tone': ['Tone'],
      orderNumber: ['Pattern of an order number', 'Such as TL-\\d{4,6}: letters stand for themselves, \\d is a digit.'],
      country: ['Country', 'Whose telephone numbers come without a country code, such as DE.'],
      currency: ['Currency', 'What $ and ¥ mean here, such as USD.'],
      fields: [
        'What your pages tell about visitors',
        'Names that answers may use, besides name, email, phone and order.',
      ],
      emergency: ['Emergencies', 'Words that call for help at once, the number to call, and steps that you approved.'],
      'policy.promiseHours': ['Business hours until an answer', 'Promised while there is no history to go by.'],
      'policy.idleCloseHours': ['Idle hours until a conversation closes'],
      complaints: ['Complaints', 'The deadline, your reminder, and what you may offer to make good.'],
      ticketPrefix: ['Before the number of a request', 'Such as SHOP of SHOP-T17.'],
      priority: ['What is done first', 'Your own rules, and changes to the built-in ones, as points with reasons.'],
      routing: [
        'Who settles what',
        'Looked at from top to bottom: the first rule that fits counts. Everything else is yours.',
      ],
      actions: ['Actions'],
      lifeCycle: ['Life cycle', 'By which rules somebody is a lead, new, active, at risk, lost or won back.'],
      segments: ['Segments', 'Customers by what is known of them, under names.'],
      messages: [
        'Mails that begin by themselves',
        'Only who allowed marketing mails gets them: each once, and at most one a week.',
      ],
      consent: ['Consent'],
      identity: ['Who may write'],
      helpCentre: ['Help centre'],
      origins: [
        'Web sites that may show the widget',
        'One a line, such as https://shop.example; * admits any. None: only this server’s own pages.',
      ],
      'policy.hostStorageFallback': ['Where a browser blocks the frame’s storage, use the page’s own'],
      'retention.messages': ['Days until a closed conversation goes'],
      'retention.tickets': ['Days until a closed request becomes a bare figure'],
      'retention.scores': ['Days until a score loses its words and whose it was'],
      'retention.feedback': ['Days until a feedback from elsewhere loses its words and whose it was'],
      'retention.pageEvents': ['Days until what the pages reported goes'],
      'retention.mails': ['Days until a mail or call that was given up goes'],
      'retention.accessLog': ['Days until the note goes that somebody looked at a person'],
      'retention.receipts': ['Days until the receipt of an erasure goes'],
      'retention.backups': ['Days until a backup is removed', 'Of several sites the shortest time counts.'],
      'policy.silentOwnerMinutes': ['Minutes until a waiting visitor gets a promise'],
      'policy.mailAfterMinutes': ['Minutes until you get a mail about a visitor who waits'],
      'insights.hour': ['Hour of the nightly figures', 'In the site’s time zone, 0 to 23.'],
      'insights.customerDays': [
        'Days after which a customer counts as lost',
        'Empty: three times the usual gap between orders.',
      ],
      'insights.themeAlerts': ['Mail when a theme doubles', 'Once in four weeks for each theme.'],
    },
    choices: {
      right: 'Right',
      left: 'Left',
      您: '您 (polite)',
      你: '你 (familiar)',
      friendly: 'Friendly',
      formal: 'Formal',
      optional: 'Everybody',
      required: 'Only visitors whom your server has signed',
    },
    usual: (value) => `usually ${value}`,
    never: 'never by itself',
    keepForever: 'Never take it out by itself',
    inLanguage: (label, language) => `${label} (${language})`,
    usualLanguage: 'Usual language',
    onePerLine: 'One a line.',
    consentOn: 'Ask before the first message',
    consentVersion: ['Version', 'Change it whenever the text changes: visitors are then asked again.'],
    consentText: 'Text',
    helpUsual: 'Usual: public, unless visitors must be signed in',
    helpOn: 'Public',
    helpOff: 'Off',
    json: 'as JSON',
    jsonHint: 'Leave it empty for the usual behaviour. It is checked while you write.',
    jsonBroken: 'This is being written as JSON below; mend that first.',
    at: (line, column) => `Line ${line}, column ${column}`,
    schema: 'What may stand here (JSON Schema)',
    whole: ['site.json', 'For everything at once. The forms wait until this is saved or discarded.'],
    wholeWaits: 'Save or discard what you changed in the forms first.',
    mustMend: 'The file cannot be read at present, so the last good version is being served. Mend it here.',
    changed: (count) => (count === 1 ? '1 unsaved change' : `${count} unsaved changes`),
    unchanged: 'All saved',
    faults: (count) => (count === 1 ? '1 thing to mend' : `${count} things to mend`),
    save: 'Save',
    discard: 'Discard',
    discarded: 'Changes discarded',
    saved: 'Saved. It holds from now on.',
    undone: 'Taken back: the file says what it said before.',
    undoLast: 'Undo the last save',
    kept: 'What you had not saved is still here.',
    waiting: 'What you had changed in the forms is kept, and comes back as soon as the file can be read.',
    checking: 'Checking …',
    notChecked: 'It could not be checked:',
    both: {
      title: 'The file was changed by somebody else meanwhile',
      text: 'Nothing was written. Here is what both say; decide which counts.',
      file: 'In the file now',
      mine: 'Yours',
      nothing: 'nothing',
      keep: 'Save mine',
      take: 'Take the file’s',
    },
    preview: {
      title: 'Preview',
      show: 'Preview',
      hide: 'Back to the settings',
      language: 'Language',
      when: 'When',
      asNow: 'As it is now',
      closed: 'While you are closed',
      size: 'Screen',
      desktop: 'Desktop',
      phone: 'Phone',
      old: 'Shows the last version without mistakes.',
      none: 'There is something to mend before it can be shown.',
    },
  },
  zh: {
    title: (site) => `${site} 的设置`,
    text: '网站文件 site.json 里的一切。保存后立即生效，文件的其余部分保持原样。',
    sections: {
      look: '外观与文字',
      hours: '营业时间与节假日',
      bot: '机器人',
      promises: '承诺',
      rules: '优先级与分派',
      actions: '操作',
      customers: '客户',
      privacy: '隐私',
      notices: '通知',
      install: '装到网站上',
      file: '整个文件',
    },
    sectionTexts: {
      bot: '机器人怎么说话、要有多大把握，以及能认出什么。',
      promises: '告诉访客什么时候会得到回复。',
      rules: '先做什么，由谁处理。',
      actions: '访客可以自己办的事：查订单、预约时间、询问您自己的系统。',
      privacy: '组件为谁服务、先征求什么同意，以及已知信息保留多少天。',
      notices: '有人等待时，多久通知您。邮件、推送及其测试在“设置 → 通知”里。',
    },
    fields: {
      name: ['商家名称', '访客看到的名字。'],
      ownerName: ['您的名字', '客服台背后的人；不填则用商家名称。'],
      'colors.accent': ['颜色', '上面的文字会自动用黑色或白色，取更易读的一种。'],
      position: ['在页面的哪一侧'],
      languages: ['语言'],
      greeting: ['机器人的第一句话'],
      proactive: ['气泡旁的消息', '对还没有打开聊天的人说的话，每次来访最多一条。'],
      categories: ['类别名称', '按帮助中心里的顺序。'],
      timeZone: ['时区'],
      hours: ['营业时间'],
      holidays: ['节假日'],
      'policy.wrongAnswerBudget': [
        '每 100 个回答中可错几个',
        '机器人的 100 个回答里允许错几个。数字越小，它回答得越少，转给您的越多。',
      ],
      'voice.botName': ['机器人的名字', '它仍会说明自己是机器人。'],
      'voice.signOff': ['告别和承诺下面的落款'],
      'voice.address': ['中文里怎么称呼客户'],
      'voice.tone': ['语气'],
      orderNumber: ['订单号的样式', '例如 TL-\\d{4,6}：字母就是它自己，\\d 是一位数字。'],
      country: ['国家', '哪国的电话号码不带国家代码，例如 DE。'],
      currency: ['货币', '$ 和 ¥ 在这里指什么，例如 USD。'],
      fields: ['您的页面会提供的访客信息', '除 name、email、phone、order 外，回答可以使用的名称。'],
      emergency: ['紧急情况', '需要立即求助的词、要拨打的号码，以及您认可的步骤。'],
      'policy.promiseHours': ['多少营业小时内回复', '还没有历史数据时的承诺。'],
      'policy.idleCloseHours': ['对话闲置多少小时后关闭'],
      complaints: ['投诉', '期限、给您的提醒，以及您可以提供的补偿。'],
      ticketPrefix: ['请求编号的前缀', '例如 SHOP-T17 中的 SHOP。'],
      priority: ['先做什么', '您自己的规则和对内置规则的修改，以分数和原因表示。'],
      routing: ['由谁处理', '从上到下依次检查，第一条符合的规则生效，其余的都归您。'],
      actions: ['操作'],
      lifeCycle: ['客户生命周期', '按什么规则算作潜在、新、活跃、有流失风险、流失或挽回的客户。'],
      segments: ['客户分组', '按已知信息给客户分组并命名。'],
      messages: ['自动发出的邮件', '只发给同意接收营销邮件的人：每封一次，每周最多一封。'],
      consent: ['同意'],
      identity: ['谁可以发消息'],
      helpCentre: ['帮助中心'],
      origins: [
        '可以显示组件的网站',
        '每行一个，例如 https://shop.example；* 表示任何网站。不填：只有本服务器自己的页面。',
      ],
      'policy.hostStorageFallback': ['浏览器禁止框架存储时，使用页面自己的存储'],
      'retention.messages': ['已关闭的对话多少天后删除'],
      'retention.tickets': ['已关闭的请求多少天后只剩数字'],
      'retention.scores': ['评分多少天后去掉文字和评分人'],
      'retention.feedback': ['其他渠道的评价多少天后去掉文字和评价人'],
      'retention.pageEvents': ['页面上报的内容多少天后删除'],
      'retention.mails': ['放弃发送的邮件或调用多少天后删除'],
      'retention.accessLog': ['谁查看过某人的记录多少天后删除'],
      'retention.receipts': ['删除凭证多少天后删除'],
      'retention.backups': ['备份多少天后删除', '多个网站时以最短的为准。'],
      'policy.silentOwnerMinutes': ['访客等待多少分钟后得到承诺'],
      'policy.mailAfterMinutes': ['访客等待多少分钟后给您发邮件'],
      'insights.hour': ['每晚统计的时刻', '网站时区的 0 到 23 点。'],
      'insights.customerDays': ['多少天后算作流失客户', '不填：通常下单间隔的三倍。'],
      'insights.themeAlerts': ['某个主题翻倍时发邮件', '每个主题四周内只发一次。'],
    },
    choices: {
      right: '右侧',
      left: '左侧',
      您: '您（礼貌）',
      你: '你（亲切）',
      friendly: '亲切',
      formal: '正式',
      optional: '所有人',
      required: '只有由您的服务器签名的访客',
    },
    usual: (value) => `通常为 ${value}`,
    never: '从不自动删除',
    keepForever: '从不自动删除',
    inLanguage: (label, language) => `${label}（${language}）`,
    usualLanguage: '常用语言',
    onePerLine: '每行一个。',
    consentOn: '在第一条消息之前征求同意',
    consentVersion: ['版本', '文字有改动时请一并更改：访客会被再次询问。'],
    consentText: '文字',
    helpUsual: '通常：公开，除非访客必须登录',
    helpOn: '公开',
    helpOff: '关闭',
    json: 'JSON 格式',
    jsonHint: '留空则按通常方式。书写时会随时检查。',
    jsonBroken: '下面正以 JSON 编写这一项，请先改好。',
    at: (line, column) => `第 ${line} 行，第 ${column} 列`,
    schema: '这里可以写什么（JSON Schema）',
    whole: ['site.json', '一次编辑全部内容。保存或放弃之前，表单不可用。'],
    wholeWaits: '请先保存或放弃在表单里的修改。',
    mustMend: '文件目前无法读取，所以仍在使用上一个正确的版本。请在这里改好。',
    changed: (count) => `${count} 处未保存`,
    unchanged: '已全部保存',
    faults: (count) => `${count} 处需要改正`,
    save: '保存',
    discard: '放弃',
    discarded: '已放弃修改',
    saved: '已保存，立即生效。',
    undone: '已撤回：文件恢复原样。',
    undoLast: '撤销上次保存',
    kept: '您未保存的内容还在这里。',
    waiting: '您在表单中的改动已保留，文件可以读取后会回来。',
    checking: '正在检查……',
    notChecked: '无法检查：',
    both: {
      title: '文件同时被别人改过',
      text: '什么都没有写入。下面是双方的内容，请决定以哪个为准。',
      file: '文件现在的内容',
      mine: '您的内容',
      nothing: '无',
      keep: '保存我的',
      take: '采用文件的',
    },
    preview: {
      title: '预览',
      show: '预览',
      hide: '返回设置',
      language: '语言',
      when: '时间',
      asNow: '现在的样子',
      closed: '不营业时',
      size: '屏幕',
      desktop: '电脑',
      phone: '手机',
      old: '显示的是上一个没有错误的版本。',
      none: '需要先改正错误才能显示。',
    },
  },
};

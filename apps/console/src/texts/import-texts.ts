import type { ImportKind } from '../state/api/imports-api.ts';
import type { Locale } from '../state/wire-types.ts';

export interface ImportTexts {
  title: string;
  text: string;
  choose: string;
  kind: Record<ImportKind, string>;
  what: string;
  sending(percent: number): string;
  cannotRead(why: string): string;
  preview(name: string): string;
  columns: string;
  columnsText: string;
  column: string;
  holds: string;
  notRead: string;
  example: string;
  needs(fields: readonly string[]): string;
  dates: string;
  datesAny: string;
  dmy: string;
  mdy: string;
  begin: string;
  otherFile: string;
  running(rows: number, percent: number): string;
  done(rows: number, added: number, changed: number, same: number): string;
  refused(count: number): string;
  line(line: number): string;
  moreRefused(count: number): string;
  refusedFile: string;
  broke: string;
  undo: string;
  undone(removed: number, restored: number, kept: number): string;
  earlier: string;
  noEarlier: string;
  counts(added: number, changed: number, refused: number): string;
  takenBack: string;
  brokenOff: string;
  stillRunning: string;
  failed: string;
  exports: string;
  field: Record<string, string>;
}

export const importTexts: Record<Locale, ImportTexts> = {
  en: {
    title: 'Imports and exports',
    text: 'Bring in what you know as CSV, as your shop or spreadsheet saves it: commas, semicolons or tabs; UTF-8 or GB18030.',
    choose: 'Choose a CSV file',
    kind: {
      ...{ customers: 'Customers', orders: 'Orders', products: 'Products', spend: 'Marketing spend' },
      ...{ feedback: 'Reviews from elsewhere' },
    },
    what: 'What is in it?',
    sending: (percent) => `Sending … ${percent} %`,
    cannotRead: (why) => `This file cannot be read: ${why}`,
    preview: (name) => `${name}: the first rows`,
    columns: 'What do the columns hold?',
    columnsText: 'What their names say is filled in. What is “not read” is left out.',
    column: 'Column',
    holds: 'Holds',
    notRead: 'not read',
    example: 'Example',
    needs: (fields) => `${fields.length === 1 ? 'Needed' : 'One of these is needed'}: ${fields.join(' · ')}.`,
    dates: 'Dates such as 03/04/2026',
    datesAny: 'there are none',
    dmy: 'day first',
    mdy: 'month first',
    begin: 'Import',
    otherFile: 'Another file',
    running: (rows, percent) => `Importing … ${rows.toLocaleString('en')} rows, ${percent} %`,
    done: (rows, added, changed, same) =>
      `${rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`} read: ${added.toLocaleString('en')} added, ${changed.toLocaleString('en')} changed, ${same.toLocaleString('en')} the same.`,
    refused: (n) => (n === 1 ? '1 row was refused' : `${n.toLocaleString('en')} rows were refused`),
    line: (n) => `Line ${n}`,
    moreRefused: (n) => `… and ${n.toLocaleString('en')} more, in the file.`,
    refusedFile: 'Download the refused rows',
    broke: 'The import broke off. What it had taken by then can be taken back below.',
    undo: 'Take it back',
    undone: (removed, restored, kept) =>
      `Taken back: ${removed} removed, ${restored} as before${kept > 0 ? `, ${kept} kept because they changed since` : ''}.`,
    earlier: 'Earlier imports',
    noEarlier: 'Nothing was imported yet.',
    counts: (added, changed, refused) => `${added} added, ${changed} changed, ${refused} refused`,
    takenBack: 'taken back',
    brokenOff: 'broken off, or still running',
    stillRunning: 'still running',
    failed: 'That did not work.',
    exports: 'Exports',
    field: {
      ...{ id: 'Id', name: 'Name', name_en: 'Name (English)', name_zh: 'Name (Chinese)', price: 'Price' },
      ...{ currency: 'Currency', url: 'Link', image: 'Picture', category: 'Category', stock: 'Stock', sizes: 'Sizes' },
      ...{ specification: 'Description', specification_en: 'Description (English)' },
      ...{
        specification_zh: 'Description (Chinese)',
        number: 'Order number',
        placed_at: 'Placed on',
        status: 'Status',
      },
      ...{ total: 'Total', email: 'E-mail', phone: 'Telephone', customer_id: 'Customer id' },
      ...{ customer_name: 'Customer name', line_product: 'Line: product id', line_name: 'Line: name' },
      ...{ line_quantity: 'Line: quantity', line_price: 'Line: price', tracking_url: 'Tracking link' },
      ...{ first_name: 'First name', last_name: 'Last name', locale: 'Language', customer: 'Is a customer' },
      ...{ customer_since: 'Customer since', created_at: 'Known since', marketing: 'May get marketing mails' },
      ...{
        marketing_since: 'Allowed marketing on',
        marketing_version: 'Version of that text',
        referrer: 'Came from',
        source: 'Source',
      },
      ...{ medium: 'Medium', campaign: 'Campaign', channel: 'Channel', month: 'Month', amount: 'Amount' },
      ...{ text: 'Text', author: 'Author', rating: 'Rating', at: 'Date', link: 'Link' },
    },
  },
  zh: {
    title: '导入和导出',
    text: '以 CSV 导入已有资料，商店或表格软件导出的即可：逗号、分号或制表符分隔，UTF-8 或 GB18030 编码。',
    choose: '选择 CSV 文件',
    kind: {
      ...{ customers: '客户', orders: '订单', products: '商品', spend: '营销费用' },
      ...{ feedback: '其他平台的评价' },
    },
    what: '文件内容是？',
    sending: (percent) => `正在上传 … ${percent} %`,
    cannotRead: (why) => `无法读取此文件：${why}`,
    preview: (name) => `${name}：前几行`,
    columns: '各列是什么？',
    columnsText: '已根据列名自动填写；“不读取”的列会被忽略。',
    column: '列',
    holds: '内容',
    notRead: '不读取',
    example: '示例',
    needs: (fields) => `${fields.length === 1 ? '需要' : '至少需要其中之一'}：${fields.join(' · ')}。`,
    dates: '03/04/2026 这样的日期',
    datesAny: '没有',
    dmy: '日在前',
    mdy: '月在前',
    begin: '导入',
    otherFile: '换一个文件',
    running: (rows, percent) => `正在导入 … ${rows.toLocaleString('zh')} 行，${percent} %`,
    done: (rows, added, changed, same) =>
      `共读取 ${rows.toLocaleString('zh')} 行：新增 ${added.toLocaleString('zh')}，更改 ${changed.toLocaleString('zh')}，未变 ${same.toLocaleString('zh')}。`,
    refused: (n) => `${n.toLocaleString('zh')} 行被拒绝`,
    line: (n) => `第 ${n} 行`,
    moreRefused: (n) => `… 另有 ${n.toLocaleString('zh')} 行，见文件。`,
    refusedFile: '下载被拒绝的行',
    broke: '导入中断。已导入的部分可在下方撤回。',
    undo: '撤回',
    undone: (removed, restored, kept) =>
      `已撤回：删除 ${removed}，恢复 ${restored}${kept > 0 ? `，${kept} 条之后有改动，予以保留` : ''}。`,
    earlier: '以往的导入',
    noEarlier: '还没有导入过。',
    counts: (added, changed, refused) => `新增 ${added}，更改 ${changed}，拒绝 ${refused}`,
    takenBack: '已撤回',
    brokenOff: '已中断，或仍在进行',
    stillRunning: '正在导入',
    failed: '没有成功。',
    exports: '导出',
    field: {
      ...{ id: '编号', name: '名称', name_en: '英文名称', name_zh: '中文名称', price: '价格', currency: '币种' },
      ...{ url: '链接', image: '图片', category: '分类', stock: '库存', sizes: '尺码', specification: '描述' },
      ...{ specification_en: '英文描述', specification_zh: '中文描述', number: '订单号', placed_at: '下单时间' },
      ...{ status: '状态', total: '总额', email: '邮箱', phone: '电话', customer_id: '客户编号' },
      ...{ customer_name: '客户姓名', line_product: '明细：商品编号', line_name: '明细：名称' },
      ...{ line_quantity: '明细：数量', line_price: '明细：单价', tracking_url: '物流链接', first_name: '名' },
      ...{ last_name: '姓', locale: '语言', customer: '是否客户', customer_since: '成为客户时间' },
      ...{ created_at: '建档时间', marketing: '可以接收营销邮件', marketing_since: '同意营销的时间' },
      ...{ marketing_version: '同意文本的版本', referrer: '来源页', source: '来源', medium: '媒介', campaign: '活动' },
      ...{ channel: '渠道', month: '月份', amount: '金额', text: '内容', author: '作者', rating: '评分', at: '日期' },
      ...{ link: '链接' },
    },
  },
};

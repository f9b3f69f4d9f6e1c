/** What customers' feedback is about, before there is enough of it to find themes. `other`: none of the words is in it. */
export const FEEDBACK_CATEGORIES = [
  'refund',
  'delivery',
  'price',
  'service',
  'usability',
  'quality',
  'praise',
  'other',
] as const;
export type FeedbackCategory = (typeof FEEDBACK_CATEGORIES)[number];

type Worded = Exclude<FeedbackCategory, 'other'>;

/**
 * Words by category; English ones are compared as whole words with their usual endings, Chinese ones wherever they stand. What is asked for
 * (a refund) comes before what it is about, and praise last: "great quality" is about quality.
 */
export const CATEGORY_WORDS: Readonly<Record<Worded, { readonly en: string; readonly zh: string }>> = {
  refund: {
    en: 'refund, reimburse, reimbursement, money back, return, send back, sent back, chargeback, exchange',
    zh: '退款, 退货, 退钱, 换货, 退换, 赔偿, 报销',
  },
  delivery: {
    en: 'delivery, deliver, shipping, shipment, ship, parcel, package, courier, tracking, arrive, late, dispatch, lost in the post',
    zh: '快递, 物流, 发货, 送货, 配送, 包裹, 运输, 送达, 收到货, 没收到, 运费',
  },
  price: {
    en: 'price, pricing, expensive, overpriced, cheap, cost, fee, charge, discount, coupon, value for money, rip-off',
    zh: '价格, 价钱, 太贵, 贵了, 很贵, 便宜, 费用, 收费, 优惠, 折扣, 性价比, 涨价',
  },
  service: {
    en: 'service, support, staff, agent, rude, polite, friendly, helpful, unhelpful, reply, respond, response, employee, ignored',
    zh: '客服, 服务, 态度, 员工, 前台, 热情, 没人理, 不回复, 回复, 敷衍',
  },
  usability: {
    en: 'website, site, app, page, login, log in, sign in, password, checkout, button, menu, confusing, crash, bug, interface, hard to use, easy to use, user-friendly',
    zh: '网站, 网页, 页面, 登录, 登陆, 密码, 界面, 操作, 按钮, 闪退, 卡顿, 难用, 好用, 打不开, 软件',
  },
  quality: {
    en: 'quality, broken, broke, break, defective, faulty, damaged, scratch, material, flimsy, sturdy, cheaply made, fell apart, stopped working, does not work, dirty',
    zh: '质量, 坏了, 破损, 损坏, 瑕疵, 材质, 做工, 故障, 掉色, 开裂, 脏, 劣质',
  },
  praise: {
    en: 'thank, thanks, great, excellent, amazing, love, perfect, wonderful, awesome, recommend, fantastic',
    zh: '谢谢, 感谢, 很棒, 太棒, 完美, 喜欢, 推荐, 满意, 点赞, 很好',
  },
};

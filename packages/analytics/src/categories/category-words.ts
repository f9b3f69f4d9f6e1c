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
    en: 'delivery, deliver, shipping, shipment, ship, parcel, package, courier, tracking, arrive, late, dispatch, took forever, took ages, lost in the post',
    zh: '快递, 物流, 发货, 送货, 配送, 包裹, 运输, 送达, 收到货, 没收到, 没到货, 到货, 还没到, 运费',
  },
  price: {
    en: 'price, pricing, expensive, overpriced, cheap, cost, fee, charge, discount, coupon, pricey, affordable, worth, value for money, rip-off',
    zh: '价格, 价钱, 太贵, 贵了, 很贵, 便宜, 费用, 收费, 优惠, 折扣, 性价比, 涨价',
  },
  service: {
    en: 'service, support, staff, agent, rude, polite, friendly, helpful, unhelpful, reply, respond, response, answer, employee, teacher, attentive, impolite, unfriendly, competent, incompetent, ignored',
    zh: '客服, 服务, 态度, 员工, 前台, 热情, 没人理, 没人回, 没人接, 不回复, 回复, 耐心, 敷衍',
  },
  usability: {
    en: 'website, site, app, page, login, log in, sign in, password, checkout, button, menu, confusing, crash, bug, interface, hard to use, easy to use, user-friendly',
    zh: '网站, 网页, 页面, 登录, 登陆, 密码, 界面, 操作, 按钮, 闪退, 卡顿, 难用, 好用, 打不开, 软件',
  },
  quality: {
    en:
      'quality, broken, broke, break, defective, faulty, damaged, scratch, material, fabric, seam, stitching, torn, tore, ripped, shrank, shrunk, faded, leak, crack, flimsy, sturdy, soft, ' +
      'comfortable, uncomfortable, smell, taste, tasty, stale, fit, too small, too big, too tight, too loose, not as described, not as shown, not as pictured, as in the picture, well made, ' +
      'poorly made, cheaply made, fell apart, stopped working, does not work, dirty',
    zh: '质量, 坏了, 破损, 损坏, 瑕疵, 材质, 做工, 故障, 掉色, 色差, 褪色, 起球, 缩水, 线头, 面料, 布料, 手感, 柔软, 舒服, 舒适, 合身, 偏小, 偏大, 太小, 太大, 破洞, 破了, 裂了, 开裂, 异味, 难吃, 好吃, 描述不符, 实物, 脏, 劣质',
  },
  praise: {
    en: 'thank, thanks, great, excellent, amazing, love, perfect, wonderful, awesome, recommend, fantastic, lovely, beautiful, gorgeous, brilliant, superb, happy, pleased, delighted, impressed, satisfied, order again, buy again',
    zh: '谢谢, 感谢, 很棒, 太棒, 完美, 喜欢, 推荐, 满意, 点赞, 很赞, 很好, 不错, 好评, 好看, 漂亮, 开心, 值得, 回购',
  },
};

import type { RecordKind } from '@solodesk/core';

/**
 * What a column can hold, with the header names under which shops, spreadsheets and address books usually write it. Names are
 * compared without case, blanks and marks; those in one line are tried from left to right.
 */
export const FIELDS = {
  products: {
    id: 'id, sku, product id, product code, article number, artikelnummer, variant sku, handle, 商品编号, 商品编码, 货号, 编号, 商品id',
    name: 'name, title, product name, product, 商品名称, 名称, 品名, 商品',
    name_en: 'name en, english name, title en, 英文名称, 英文名',
    name_zh: 'name zh, chinese name, title zh, 中文名称, 中文名',
    price: 'price, unit price, variant price, regular price, sale price, 价格, 单价, 售价',
    currency: 'currency, currency code, 币种, 货币',
    url: 'url, link, product url, permalink, 链接, 网址',
    image: 'image, image url, image src, images, picture, photo, 图片, 图片链接',
    category: 'category, product category, type, categories, 分类, 类别, 类目',
    stock: 'stock, quantity, inventory, qty, variant inventory qty, stock quantity, in stock, 库存, 数量, 库存数量',
    sizes: 'sizes, size, option sizes, 尺码, 尺寸, 规格尺寸',
    specification: 'specification, description, details, specs, 规格, 描述, 说明, 详情',
    specification_en: 'specification en, description en, 英文描述',
    specification_zh: 'specification zh, description zh, 中文描述',
  },
  orders: {
    number: 'number, order number, order no, order id, order, name, id, 订单号, 订单编号, 订单',
    placed_at: 'placed at, created at, order date, date, ordered at, date created, 下单时间, 订单日期, 日期, 创建时间',
    status: 'status, order status, state, fulfillment status, 状态, 订单状态',
    total: 'total, order total, amount, grand total, 总额, 总价, 金额, 订单金额, 总金额, 实付金额',
    currency: 'currency, currency code, 币种, 货币',
    email: 'email, e mail, customer email, billing email, mail, 邮箱, 电子邮箱, 电子邮件, 买家邮箱',
    phone: 'phone, customer phone, billing phone, telephone, mobile, 电话, 手机, 手机号, 联系电话',
    customer_id: 'customer id, customer number, customer no, user id, 客户编号, 会员编号, 客户id',
    customer_name: 'customer name, customer, billing name, full name, buyer, 姓名, 客户姓名, 收货人, 买家, 客户',
    line_product: 'line product, product id, sku, lineitem sku, item sku, article number, 商品编号, 商品编码, 货号',
    line_name: 'line name, lineitem name, product name, product, item, item name, 商品名称, 商品, 品名',
    line_quantity: 'line quantity, quantity, qty, lineitem quantity, 数量, 购买数量',
    line_price: 'line price, unit price, lineitem price, price, item price, 单价, 价格',
    tracking_url: 'tracking url, tracking link, tracking, 物流链接, 快递链接',
  },
  customers: {
    id: 'id, customer id, customer number, customer no, user id, 客户编号, 会员编号, 编号, 客户id',
    name: 'name, full name, customer name, customer, display name, 姓名, 名字, 客户姓名, 客户, 名称',
    first_name: 'first name, given name, firstname, vorname, 名',
    last_name: 'last name, family name, surname, lastname, nachname, 姓',
    email: 'email, e mail, email address, mail, 邮箱, 电子邮箱, 电子邮件, 邮件',
    phone: 'phone, telephone, mobile, phone number, tel, 电话, 手机, 手机号, 联系电话',
    locale: 'locale, language, lang, 语言',
    customer: 'is customer, has bought, paying, 是否客户, 已购买',
    customer_since: 'customer since, first order, first order at, first purchase, 首次购买, 成为客户时间',
    created_at: 'created at, created, registered, date registered, signup date, 注册时间, 创建时间',
    marketing:
      'accepts marketing, accepts email marketing, email marketing consent, newsletter, marketing consent, opt in, subscribed, 接收营销邮件, 营销同意, 订阅',
    marketing_since: 'opt in date, consent date, subscribed at, opted in at, 同意时间, 订阅时间',
    marketing_version: 'consent version, opt in version, 同意版本',
    referrer: 'referrer, referer, 来源网址',
    source: 'source, utm source, channel, 来源, 渠道',
    medium: 'medium, utm medium, 媒介',
    campaign: 'campaign, utm campaign, 活动',
  },
  spend: {
    channel: 'channel, source, utm source, medium, campaign, platform, 渠道, 来源, 平台',
    month: 'month, date, period, day, 月份, 月, 日期',
    amount: 'amount, spend, cost, costs, spent, budget, total, 金额, 花费, 费用, 支出',
    currency: 'currency, currency code, 币种, 货币',
  },
  feedback: {
    text: 'text, feedback, review, comment, comments, message, content, body, review text, 内容, 反馈, 评论, 评价, 评价内容, 反馈内容, 评论内容, 留言',
    source: 'source, platform, channel, site, 来源, 平台, 渠道',
    author:
      'author, user, username, reviewer, author name, name, customer, customer name, 作者, 用户, 用户名, 昵称, 姓名, 客户',
    email: 'email, e mail, customer email, mail, 邮箱, 电子邮箱, 电子邮件',
    rating: 'rating, score, stars, star rating, 评分, 分数, 打分, 得分, 星级',
    at: 'at, date, created at, time, timestamp, reviewed at, published at, 日期, 时间, 评价时间, 评论时间, 创建时间',
    link: 'link, url, permalink, 链接, 网址',
    id: 'id, review id, feedback id, external id, idempotency key, key, 编号, 评价编号, 评论编号',
  },
} as const satisfies Record<RecordKind, Record<string, string>>;

export type FieldName = { [K in RecordKind]: keyof (typeof FIELDS)[K] }[RecordKind];

/**
 * What the Chinese words that customers use most mean in English, the most usual meaning first: shops, deliveries, payments, appointments, courses,
 * stays, meals and software. No word vectors of Chinese with a clear licence are to be had; through these a Chinese message lies near to an
 * English one about the same thing, and 快递 near to 包裹. Written for this purpose, by general knowledge of the trade; no text of any data set.
 */
const GLOSSES = `
退款 refund money|退钱 refund money|返款 refund|退货 return refund|退回 return|寄回 return send|退换 return exchange|换货 exchange|更换 exchange replace|调换 exchange|换一 exchange|可以换 exchange|能换 exchange|不要了 cancel|退 return
订单 order|下单 order|下了单 order|订购 order|预订 booking|预定 booking|预约 appointment booking|取消 cancel|撤销 cancel|修改 change|更改 change|改成 change|换成 change|购买 buy|买 buy|确认 confirm
发货 ship dispatch|寄出 ship|寄 send ship|邮寄 mail ship|快递 courier parcel|物流 shipping tracking|配送 delivery|送货 delivery|派送 delivery|送到 deliver arrive|送达 deliver arrive|送 deliver|包裹 parcel|单号 tracking number|运费 shipping cost|邮费 postage cost|包邮 free shipping|签收 receive parcel|收到 receive|收货 receive delivery|到货 arrive stock|几天到 delivery days|多久到 delivery long|延迟 delay|晚到 late|迟到 late|丢失 lost|丢了 lost|丢件 lost parcel|海关 customs|关税 customs duty|自提 pickup collect|自取 pickup collect|取货 pickup collect|加急 express|地址 address|国家 country|国外 abroad|海外 abroad|国际 international
付款 pay payment|支付 pay payment|付钱 pay money|付不了 pay failed|扣款 charge payment|扣了 charge|刷卡 card pay|信用卡 credit card|银行卡 bank card|银行 bank|转账 transfer|微信 wechat|支付宝 alipay|分期 installment|账单 bill invoice|发票 invoice|收据 receipt|开票 invoice|税号 tax|税 tax|货币 currency|汇率 currency rate|美元 dollars|欧元 euros|人民币 yuan currency|现金 cash|押金 deposit|定金 deposit|余额 balance
价格 price|价钱 price|多少钱 price cost|费用 cost fee|收费 charge fee|太贵 expensive|贵 expensive|便宜 cheap|优惠 discount|折扣 discount|打折 discount|优惠券 coupon|优惠码 coupon code|折扣码 discount code|代金券 voucher|满减 discount|活动 promotion|促销 promotion sale|涨价 price increase|性价比 value price|会员 member|积分 points
账号 account|账户 account|帐号 account|注册 register account|注销 delete account|登录 login|登陆 login|密码 password|忘记 forgot|验证码 code verification|邮箱 email|邮件 email|短信 message|手机号 phone number|手机 phone|电话 phone call|个人信息 personal data|个人资料 personal data|隐私 privacy|数据 data|订阅 subscribe newsletter|退订 unsubscribe|广告 advertising|通知 notification
尺码 size|尺寸 size|大小 size|码 size|偏大 large size|偏小 small size|太大 large size|太小 small size|合身 fit|身高 height|体重 weight|腰围 waist|胸围 chest|颜色 colour|款式 style|材质 material|材料 material|面料 fabric|布料 fabric|棉 cotton|亚麻 linen|羊毛 wool|丝 silk|皮 leather|木 wood|玻璃 glass|金属 metal|成分 ingredients material|样品 sample|小样 sample|色卡 sample colour
库存 stock|有货 stock|缺货 stock|没货 stock|补货 restock|断货 stock|上架 available|批发 wholesale|批量 bulk|大量 bulk|团购 bulk group|代理 reseller|定制 custom|定做 custom
洗 wash|机洗 wash machine|手洗 wash hand|水洗 wash|洗衣机 washing machine|缩水 shrink|掉色 fade colour|褪色 fade colour|熨 iron|烫 iron|烘干 dry|晾 dry|污渍 stain|油渍 stain|去污 stain|干洗 dry clean|保养 care
质量 quality|做工 quality workmanship|坏 broken|破 torn broken|碎 broken|裂 cracked|损坏 damaged|破损 damaged|瑕疵 defect|故障 fault defect|开线 seam torn|脱线 seam torn|划痕 scratch|脏 dirty|保修 warranty|质保 warranty|保质 warranty|维修 repair|修 repair|缝 sew|补 mend|改短 shorten alter|修改尺寸 alter|裁 cut alter|错 wrong|发错 wrong sent|漏发 missing|少了 missing|少发 missing|不符 different|假货 fake|赔偿 compensation|投诉 complaint|不满 unhappy|失望 disappointed
礼物 gift|礼品 gift|送人 gift|礼盒 gift box|礼品卡 gift card|购物卡 gift card|包装 wrapping|贺卡 card gift|生日 birthday
营业 open hours|几点 hours|开门 open|关门 close|打烊 close|周末 weekend|周六 saturday|周日 sunday|节假日 holiday|春节 holiday|门店 shop store|实体店 shop store|店 shop|在哪 where location|位置 location|停车 parking|地铁 subway|联系 contact|客服 support service|人工 person agent|真人 person agent|回复 reply|态度 attitude service|服务 service|热情 friendly|专业 professional|耐心 patient
医生 doctor|挂号 appointment|检查 examination|疼 pain|痛 pain|药 medicine|过敏 allergy|牙 tooth|按摩 massage|美容 beauty|头发 hair|理发 haircut|染发 hair dye|指甲 nails|课程 course|上课 class lesson|老师 teacher|学生 student|作业 homework|考试 exam|证书 certificate|学费 tuition|试听 trial|视频 video|直播 live
酒店 hotel|房间 room|前台 reception|早餐 breakfast|入住 checkin|退房 checkout|床 bed|卫生间 bathroom|空调 air conditioning|隔音 noise|吵 noise|干净 clean|卫生 hygiene clean|餐厅 restaurant|菜 food dish|味道 taste|外卖 takeaway|座位 seat|航班 flight|机票 flight ticket|火车 train|门票 ticket|行李 luggage|导游 guide
软件 software|应用 app|网站 website|网页 website page|页面 page|打不开 open error|闪退 crash|卡顿 slow|加载 loading|报错 error|更新 update|安装 install|下载 download|上传 upload|导出 export|文件 file|界面 interface|接口 api|套餐 plan|升级 upgrade|续费 renew subscription|自动续费 renew subscription|试用 trial|教程 tutorial|说明书 manual|使用 use
`;

const ENTRIES: ReadonlyMap<string, readonly string[]> = new Map(
  GLOSSES.trim()
    .split(/[|\n]/)
    .map((entry) => {
      const [word, ...meanings] = entry.split(' ');
      return [word!, meanings];
    }),
);
const LONGEST = Math.max(...[...ENTRIES.keys()].map((word) => word.length));

/** English words for what a text says, the longest Chinese words first, in its order. @param text folded, simplified characters */
export function glossesOf(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length;) {
    let length = Math.min(LONGEST, text.length - at);
    while (length > 0 && !ENTRIES.has(text.slice(at, at + length))) length--;
    found.push(...(ENTRIES.get(text.slice(at, at + length)) ?? []));
    at += Math.max(1, length);
  }
  return found;
}

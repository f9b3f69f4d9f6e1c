import type { MailTestTexts } from './en-mail-test.ts';

export const zhMailTest: MailTestTexts = {
  trouble: {
    host_not_found: '找不到 SMTP_URL 中的邮件服务器主机：名称写对了吗？',
    refused: '该主机和端口没有服务：SMTP_URL 的端口对吗（587 或 465）？',
    timeout: '邮件服务器未及时响应：防火墙拦截，或端口不对？',
    tls: '无法建立安全连接：smtps:// 对应 465 端口，smtp:// 对应 587 端口，且证书须有效。',
    auth: '用户名或密码被拒绝：许多服务商要求使用专用的应用密码。',
    sender_rejected: '服务器不接受 MAIL_FROM 作为发件人：须为此账户或域名的地址。',
    recipient_rejected: '服务器不接受此收件地址：写对了吗？',
    other: '邮件服务器拒收了此邮件。',
  },
  domain: (domain) => `${domain} 对其他邮件服务器的声明：`,
  state: { found: '已设置', missing: '未找到', unknown: '无法查询' },
  missing: {
    spf: '缺少它，邮件容易被当作垃圾邮件。邮件服务商会告诉您域名应添加的 TXT 记录（v=spf1 …）。',
    dkim: '常用名称下没有密钥，也可能用了其他名称。邮件服务商会说明如何启用签名。',
    dmarc: '大型邮箱要求设置。可先在 _dmarc 添加 TXT 记录“v=DMARC1; p=none”。',
  },
};

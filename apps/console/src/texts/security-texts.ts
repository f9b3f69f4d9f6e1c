import type { Locale } from '../state/wire-types.ts';

export interface SecurityTexts {
  code: string;
  codeHint: string;
  codeText: string;
  codeWrong: string;
  back: string;
  factor: string;
  factorOff: string;
  factorOn(since: string): string;
  turnOn: string;
  next: string;
  scan: string;
  byHand: string;
  qr: string;
  confirm: string;
  appCode: string;
  codes: string;
  codesText: string;
  codesLeft(n: number): string;
  noCodes: string;
  kept: string;
  change: string;
  newCodes: string;
  turnOff: string;
  isOff: string;
  lost: string;
  sessions: string;
  sessionsText: string;
  here: string;
  seen(when: string): string;
  since(when: string): string;
  unknownDevice: string;
  revoke: string;
  revokeOthers: string;
  showAll(count: number): string;
  revoked(device: string): string;
  othersRevoked: string;
}

/** Second factor and sessions. */
export const securityTexts: Record<Locale, SecurityTexts> = {
  en: {
    code: 'Code',
    codeHint: 'Six digits from your app, or one of your recovery codes.',
    codeText: 'One more step: the code that your authenticator app shows.',
    codeWrong: 'This code is wrong, too old, or was used. Wait for the next one.',
    back: 'Back',
    factor: 'Second factor',
    factorOff:
      'Off. With it, signing in also takes a code from an app on your phone, so that a stolen password is not enough.',
    factorOn: (since) => `On since ${since}. Signing in takes a code of your app.`,
    turnOn: 'Turn the second factor on',
    next: 'Next',
    scan: 'Scan this with an authenticator app, then write the code that it shows.',
    byHand: 'Or type this key into the app:',
    qr: 'QR code for your authenticator app',
    confirm: 'Turn on',
    appCode: 'Code from the app',
    codes: 'Recovery codes',
    codesText:
      'Each lets you in once, without the app. Print them or keep them in a password manager: they are shown only now.',
    codesLeft: (n) => (n === 1 ? '1 recovery code left.' : `${n} recovery codes left.`),
    noCodes: 'No recovery codes left: make new ones.',
    kept: 'I have kept them',
    change: 'New recovery codes, or turn it off',
    newCodes: 'Make new recovery codes',
    turnOff: 'Turn it off',
    isOff: 'The second factor is off.',
    lost: 'Lost the app and the codes? Run this on the server:',
    sessions: 'Signed-in devices',
    sessionsText: 'Whoever you sign out here is out at once, also while the console is open there.',
    here: 'this one',
    seen: (when) => `Last seen ${when}`,
    since: (when) => `signed in ${when}`,
    unknownDevice: 'Unknown browser',
    revoke: 'Sign out',
    revokeOthers: 'Sign out all others',
    showAll: (count) => `Show all ${count}`,
    revoked: (device) => `${device} is signed out.`,
    othersRevoked: 'All other devices are signed out.',
  },
  zh: {
    code: '验证码',
    codeHint: '应用里的六位数字，或您的一个恢复码。',
    codeText: '还差一步：请输入验证器应用显示的验证码。',
    codeWrong: '验证码不正确、已过期或已用过。请等下一个。',
    back: '返回',
    factor: '两步验证',
    factorOff: '未开启。开启后，登录还需要手机应用里的验证码，光有密码进不来。',
    factorOn: (since) => `自 ${since} 起已开启。登录时需要应用里的验证码。`,
    turnOn: '开启两步验证',
    next: '下一步',
    scan: '用验证器应用扫描，然后输入它显示的验证码。',
    byHand: '或在应用里手动输入此密钥：',
    qr: '供验证器应用扫描的二维码',
    confirm: '开启',
    appCode: '应用里的验证码',
    codes: '恢复码',
    codesText: '每个恢复码可在没有应用时登录一次。请打印或存入密码管理器：只在现在显示。',
    codesLeft: (n) => `还剩 ${n} 个恢复码。`,
    noCodes: '恢复码已用完，请生成新的。',
    kept: '我已保存好',
    change: '生成新的恢复码，或关闭两步验证',
    newCodes: '生成新的恢复码',
    turnOff: '关闭',
    isOff: '两步验证已关闭。',
    lost: '应用和恢复码都丢了？请在服务器上运行：',
    sessions: '已登录的设备',
    sessionsText: '在这里退出的设备会立刻断开，即使控制台正在那里打开着。',
    here: '本机',
    seen: (when) => `最近活动：${when}`,
    since: (when) => `登录于 ${when}`,
    unknownDevice: '未知浏览器',
    revoke: '退出',
    revokeOthers: '退出其他所有设备',
    showAll: (count) => `显示全部 ${count} 个`,
    revoked: (device) => `${device} 已退出。`,
    othersRevoked: '其他设备都已退出。',
  },
};

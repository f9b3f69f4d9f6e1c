import type { InstallationFault } from '../state/api/installation-api.ts';
import type { Locale } from '../state/wire-types.ts';

export interface InstallationTexts {
  text: string;
  snippet: string;
  title: string;
  address: string;
  addressHint: string;
  check: string;
  checking: string;
  where(url: string): string;
  status(status: number): string;
  found: string;
  missing: string;
  otherSite(id: string): string;
  otherServer(src: string): string;
  policyGood: string;
  policy(directive: string, source: string): string;
  admitted: string;
  notAdmitted(origin: string): string;
  toOrigins: string;
  seenHere(when: string): string;
  notSeenHere: string;
  faults: Record<InstallationFault, string>;
  seen: string;
  nowhere: string;
}

export const installationTexts: Record<Locale, InstallationTexts> = {
  en: {
    text: 'This line goes into the pages of your web site, before </body>. Then see here whether it works.',
    snippet: 'Snippet',
    title: 'Check a page',
    address: 'Address of a page with the widget',
    addressHint: 'It is fetched by this server as a visitor without a session would get it, and not run.',
    check: 'Check',
    checking: 'Fetching the page …',
    where: (url) => `Fetched: ${url}`,
    status: (status) => `The page answers with status ${status}; visitors may see an error there.`,
    found: 'The snippet is there, with the right site.',
    missing:
      'The snippet is not in the page as it was delivered. A script that adds it later cannot be seen from here.',
    otherSite: (id) => `The snippet of another of your sites is there: “${id}”.`,
    otherServer: (src) => `A snippet of this site is there, but leads to another server: ${src}`,
    policyGood: 'The page’s security policy lets the widget through.',
    policy: (directive, source) =>
      `The page’s security policy (CSP) would block the widget: add ${source} to its ${directive}.`,
    admitted: 'The site admits this origin.',
    notAdmitted: (origin) => `The site does not admit ${origin}: add it to the web sites that may show the widget.`,
    toOrigins: 'To that setting',
    seenHere: (when) => `A browser on this web site last asked for the widget ${when}.`,
    notSeenHere: 'No browser on this web site has asked for the widget yet. Open the page once, and check again.',
    faults: {
      forbidden: 'This address is not called: only https pages of the public internet are.',
      not_found: 'There is no such host. Check the spelling.',
      refused: 'Nobody answers at this address.',
      tls: 'The page has no certificate that can be trusted; visitors get a warning there.',
      network: 'The host cannot be reached from this server.',
      timeout: 'The page took too long to answer.',
      cut_off: 'The connection broke off.',
      too_large: 'The page is too large to be read.',
      redirects: 'The page leads from one address to another without end.',
    },
    seen: 'Where the widget was last asked for',
    nowhere: 'Nowhere yet.',
  },
  zh: {
    text: '把这一行放进网站的页面，在 </body> 之前。然后在这里看是否有效。',
    snippet: '代码',
    title: '检查页面',
    address: '带有组件的页面地址',
    addressHint: '由本服务器抓取，和没有登录的访客看到的一样，不会运行其中的脚本。',
    check: '检查',
    checking: '正在抓取页面……',
    where: (url) => `已抓取：${url}`,
    status: (status) => `页面返回状态 ${status}，访客在那里可能看到错误。`,
    found: '代码在页面里，网站也正确。',
    missing: '送达的页面里没有这段代码。如果由脚本随后加入，从这里看不到。',
    otherSite: (id) => `页面里是您另一个网站的代码：“${id}”。`,
    otherServer: (src) => `页面里有本网站的代码，但指向另一台服务器：${src}`,
    policyGood: '页面的安全策略允许组件运行。',
    policy: (directive, source) => `页面的安全策略（CSP）会阻止组件：请在 ${directive} 里加上 ${source}。`,
    admitted: '网站允许这个来源。',
    notAdmitted: (origin) => `网站不允许 ${origin}：请把它加到可以显示组件的网站里。`,
    toOrigins: '前往该设置',
    seenHere: (when) => `这个网站上的浏览器最近一次请求组件：${when}。`,
    notSeenHere: '这个网站上还没有浏览器请求过组件。请打开页面一次再检查。',
    faults: {
      forbidden: '不会访问这个地址：只访问公共互联网上的 https 页面。',
      not_found: '没有这个主机，请检查拼写。',
      refused: '这个地址没有应答。',
      tls: '页面没有可信的证书，访客会看到警告。',
      network: '本服务器无法连到这个主机。',
      timeout: '页面太久没有应答。',
      cut_off: '连接中断了。',
      too_large: '页面太大，无法读取。',
      redirects: '页面不停地跳转。',
    },
    seen: '最近在哪里请求过组件',
    nowhere: '还没有。',
  },
};

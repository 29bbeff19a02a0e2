/**
 * Names that no list may speak of, whoever signed it: what everybody uses. A list that names one of them was made
 * by mistake or in bad faith (public blocklists have held google.com and youtube.com:
 * CryptoScamDB scam-database issues 23 and 27).
 *
 * Chosen by hand on 2026-11-23, registrable domains only, in three groups:
 * general sites, from the first 1,000 names of the OpenDNS top domains list (opendns/public-domain-lists,
 * opendns-top-domains.txt, public domain), leaving out advertising and delivery networks;
 * services that grew since; and the platforms, wallets and market data sites that people who visit exchanges use
 * and that blocklists of this field have caught by mistake (MetaMask eth-phishing-detect issues 4388, 4884, 7505).
 */
const GENERAL = `
google.com facebook.com twitter.com youtube.com microsoft.com apple.com yahoo.com amazonaws.com live.com
instagram.com gmail.com linkedin.com godaddy.com bing.com adobe.com amazon.com pinterest.com jquery.com msn.com
avast.com skype.com bit.ly yandex.ru t.co disqus.com wikipedia.org windows.com goo.gl cloudflare.com wordpress.com
gravatar.com imgur.com mozilla.org whatsapp.net wikimedia.org ebay.com dropbox.com wp.com utorrent.com
flickr.com icloud.com weather.com reddit.com tumblr.com hotmail.com akamai.com surveymonkey.com oracle.com
mozilla.com alexa.com paypal.com vk.com youtu.be kaspersky.com baidu.com netflix.com imdb.com bbc.co.uk
huffingtonpost.com teamviewer.com dailymotion.com avg.com vimeo.com office365.com amazon.co.uk nytimes.com aol.com
wordpress.org pandora.com cnn.com android.com amazon.de norton.com soundcloud.com mediawiki.org amazon.it
wikidata.org buzzfeed.com amazon.fr amazon.in tinyurl.com adblockplus.org opendns.com amazon.ca symantec.com
foxnews.com ask.com thepiratebay.org outlook.com accuweather.com washingtonpost.com mailchimp.com amazon.co.jp
amazon.cn amazon.es go.com amazon.com.br amazon.com.au amazon.com.mx nist.gov blackberry.com myspace.com
dailymail.co.uk samsung.com tripadvisor.com nvidia.com ancestry.com craigslist.org qq.com theguardian.com
steampowered.com groupon.com github.com bleacherreport.com bloomberg.com opera.com mail.ru answers.com spotify.com
americanexpress.com 360.cn twitch.tv walmart.com steamcommunity.com lastpass.com w3.org itunes.com ea.com
usatoday.com bbc.com lenovo.com foursquare.com netgear.com taobao.com riotgames.com ubuntu.com
microsoftonline.com telegraph.co.uk sogou.com wsj.com roku.com forbes.com mediafire.com businessinsider.com
uol.com.br hp.com minecraft.net reuters.com naver.com yelp.com indeed.com cnet.com mapquest.com engadget.com
nokia.com etsy.com weibo.com evernote.com archive.org playstation.net zendesk.com latimes.com independent.co.uk
hao123.com cnbc.com booking.com wired.com theatlantic.com techcrunch.com dell.com webmd.com comcast.net
cbsnews.com stackoverflow.com npr.org truecaller.com slideshare.net google.co.uk google.co.in google.com.hk
google.co.jp google.de google.fr google.ru google.com.br google.com.tw
`;

const SINCE = `
x.com whatsapp.com telegram.org t.me discord.com discord.gg signal.org zoom.us slack.com notion.so tiktok.com
douyin.com bilibili.com zhihu.com xiaohongshu.com jd.com tmall.com alipay.com aliyun.com alibaba.com
alibabacloud.com tencent.com wechat.com douban.com csdn.net juejin.cn gitee.com sina.com.cn
163.com sohu.com ifeng.com toutiao.com ctrip.com meituan.com bing.cn duckduckgo.com openai.com chatgpt.com
anthropic.com gitlab.com bitbucket.org npmjs.com docker.com pypi.org stackexchange.com medium.com substack.com
shopify.com stripe.com visa.com mastercard.com wise.com proton.me protonmail.com canva.com figma.com trello.com
atlassian.com salesforce.com office.com onedrive.com sharepoint.com googleapis.com gstatic.com googlevideo.com
linktr.ee line.me kakao.com daum.net rakuten.co.jp yahoo.co.jp nicovideo.jp fandom.com quora.com
`;

const NEIGHBOURS = `
coinmarketcap.com coingecko.com tradingview.com cryptocompare.com defillama.com dune.com messari.io etherscan.io
bscscan.com blockchair.com blockstream.info mempool.space tronscan.org solscan.io arbiscan.io polygonscan.com
ethereum.org bitcoin.org bitcoin.com solana.com tron.network ton.org metamask.io ledger.com trezor.io
trustwallet.com phantom.com imtoken.com token.im tokenpocket.pro rabby.io myetherwallet.com walletconnect.com
opensea.io coindesk.com cointelegraph.com theblock.co decrypt.co jinse.com 8btc.com odaily.news panewslab.com
chainalysis.com chain.link infura.io alchemy.com circle.com tether.to
`;

export const PROTECTED_NAMES: ReadonlySet<string> = new Set(
  [GENERAL, SINCE, NEIGHBOURS].flatMap((group) => group.trim().split(/\s+/)),
);

/** 'google.com', 'www.google.com' => true; 'sites.google.com', 'google.example' => false */
export function isProtected(name: string): boolean {
  return PROTECTED_NAMES.has(name.replace(/^www\./, ''));
}

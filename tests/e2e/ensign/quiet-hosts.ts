/** Well-known names of all kinds, none of them an exchange's: written down from common knowledge, 2026. */
export const POPULAR = words(`
google.com youtube.com facebook.com instagram.com whatsapp.com wikipedia.org x.com twitter.com reddit.com amazon.com
yahoo.com tiktok.com bing.com linkedin.com netflix.com microsoft.com office.com live.com pinterest.com twitch.tv
apple.com icloud.com github.com gitlab.com stackoverflow.com stackexchange.com mozilla.org debian.org ubuntu.com
kernel.org gnu.org apache.org python.org nodejs.org npmjs.com pypi.org rust-lang.org golang.org php.net ruby-lang.org
wordpress.com wordpress.org medium.com substack.com tumblr.com blogger.com blogspot.com quora.com imgur.com flickr.com
baidu.com qq.com taobao.com tmall.com jd.com weibo.com sina.com.cn sohu.com 163.com zhihu.com bilibili.com douyin.com
alipay.com aliyun.com alibaba.com aliexpress.com 1688.com xiaohongshu.com douban.com csdn.net cnblogs.com juejin.cn
gitee.com oschina.net 360.cn so.com sogou.com iqiyi.com youku.com meituan.com dianping.com ctrip.com trip.com
12306.cn gov.cn people.com.cn xinhuanet.com cctv.com ifeng.com huanqiu.com thepaper.cn caixin.com 36kr.com
pinduoduo.com suning.com vip.com smzdm.com autohome.com.cn 58.com ganji.com anjuke.com zhaopin.com 51job.com
naver.com daum.net kakao.com coupang.com yahoo.co.jp rakuten.co.jp nicovideo.jp pixiv.net line.me cookpad.com
hatenablog.com ameblo.jp livedoor.com goo.ne.jp asahi.com yomiuri.co.jp nikkei.com nhk.or.jp mainichi.jp note.com
yandex.ru vk.com mail.ru ok.ru dzen.ru avito.ru ozon.ru wildberries.ru rambler.ru lenta.ru rbc.ru
bbc.com bbc.co.uk cnn.com nytimes.com theguardian.com reuters.com bloomberg.com ft.com wsj.com economist.com
washingtonpost.com latimes.com usatoday.com foxnews.com cnbc.com forbes.com businessinsider.com apnews.com npr.org
aljazeera.com dw.com lemonde.fr lefigaro.fr spiegel.de zeit.de faz.net elpais.com elmundo.es corriere.it repubblica.it
scmp.com straitstimes.com hk01.com mingpao.com ltn.com.tw udn.com chinatimes.com cna.com.tw ettoday.net storm.mg
paypal.com stripe.com visa.com mastercard.com americanexpress.com chase.com bankofamerica.com wellsfargo.com
citibank.com hsbc.com barclays.co.uk santander.com bnpparibas.com ing.com ubs.com deutsche-bank.de revolut.com
wise.com n26.com monzo.com klarna.com squareup.com venmo.com icbc.com.cn ccb.com boc.cn abchina.com cmbchina.com
ebay.com walmart.com target.com bestbuy.com costco.com homedepot.com etsy.com ikea.com zalando.com otto.de
mercadolibre.com flipkart.com shopee.tw lazada.sg shopify.com bigcommerce.com wix.com squarespace.com godaddy.com
namecheap.com cloudflare.com fastly.com akamai.com digitalocean.com heroku.com vercel.com netlify.com render.com
dropbox.com box.com slack.com zoom.us notion.so trello.com atlassian.com asana.com monday.com airtable.com figma.com
canva.com adobe.com salesforce.com hubspot.com zendesk.com intercom.com mailchimp.com sendgrid.com twilio.com
oracle.com ibm.com intel.com amd.com nvidia.com samsung.com sony.com lg.com huawei.com xiaomi.com lenovo.com dell.com
hp.com asus.com logitech.com booking.com airbnb.com expedia.com tripadvisor.com agoda.com skyscanner.net kayak.com
uber.com lyft.com grab.com doordash.com deliveroo.co.uk spotify.com soundcloud.com bandcamp.com deezer.com vimeo.com
hulu.com disneyplus.com max.com primevideo.com crunchyroll.com steampowered.com epicgames.com roblox.com ea.com
nintendo.com playstation.com xbox.com discord.com telegram.org signal.org skype.com duckduckgo.com ecosia.org brave.com
opera.com vivaldi.com proton.me tutanota.com fastmail.com archive.org arxiv.org nature.com science.org springer.com
elsevier.com ieee.org acm.org mit.edu stanford.edu harvard.edu berkeley.edu ox.ac.uk cam.ac.uk tsinghua.edu.cn
pku.edu.cn u-tokyo.ac.jp ntu.edu.tw coursera.org edx.org khanacademy.org duolingo.com udemy.com who.int un.org
europa.eu nih.gov nasa.gov cdc.gov irs.gov usa.gov gov.uk service.gov.uk imdb.com rottentomatoes.com goodreads.com
`);

/** Sites about crypto that are no exchange: data, news, explorers, protocols, regulators of the trade. */
export const CRYPTO_NOT_EXCHANGES = words(`
coinmarketcap.com coingecko.com cryptocompare.com messari.io glassnode.com coinmetrics.io defillama.com dune.com
etherscan.io bscscan.com blockchair.com mempool.space blockstream.info solscan.io tronscan.org polygonscan.com
coindesk.com cointelegraph.com theblock.co decrypt.co bitcoinmagazine.com cryptoslate.com beincrypto.com newsbtc.com
bitcoin.org ethereum.org bitcoincore.org getmonero.org litecoin.org dogecoin.com cardano.org solana.com polkadot.network
ledger.com trezor.io electrum.org sparrowwallet.com chainalysis.com elliptic.co slowmist.com certik.com panewslab.com
bitinfocharts.com
`);

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

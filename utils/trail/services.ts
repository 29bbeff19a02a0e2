import type { Host } from '../domain/host.ts';
import { nameAndParents } from '../domain/name-and-parents.ts';
import { isProtected } from '../list/protected-names.ts';

/**
 * Houses that serve others: help desks, status pages, blogs, sign-in, payment, app stores, advertising, counting,
 * short links, domain parking. An exchange leads its visitors to them every day and does not become them. Chosen by hand on
 * 2026-11-27 from the links in exchanges' public help pages and the vendors' own names; one registrable domain a
 * word. `isProtected` knows the general sites.
 */
const SERVICES: ReadonlySet<string> = new Set(
  `
zendesk.com zdassets.com freshdesk.com freshworks.com intercom.com intercom.help intercom.io helpscout.net
helpscoutdocs.com crisp.chat crisp.help tawk.to livechat.com livechatinc.com kayako.com zoho.com zohodesk.com gitbook.io
gitbook.com readme.io readme.com readthedocs.io salesforce-sites.com force.com helpcenter.io happyfox.com udesk.cn
meiqia.com 53kf.com easemob.com
statuspage.io status.io instatus.com betteruptime.com betterstack.com uptimerobot.com cachethq.io freshstatus.io
hund.io sorryapp.com incident.io pingdom.com
medium.com substack.com ghost.io wordpress.com blogspot.com tumblr.com mirror.xyz hashnode.dev hashnode.com wixsite.com wix.com
squarespace.com webflow.io notion.site notion.so telegra.ph weebly.com blogger.com jimdo.com steemit.com
typepad.com livejournal.com blog.jp hatenablog.com cnblogs.com csdn.net jianshu.com
auth0.com okta.com onelogin.com microsoftonline.com cognito.com amazoncognito.com duosecurity.com firebaseapp.com
stytch.com clerk.com clerk.dev fusionauth.io keycloak.org worldcoin.org id.me veriff.com veriff.me onfido.com jumio.com
sumsub.com netverify.com withpersona.com
stripe.com paypal.com checkout.com adyen.com moonpay.com moonpay.io simplex.com banxa.com mercuryo.io transak.com
ramp.network wyre.com sendwyre.com coinpayments.net bitpay.com skrill.com neteller.com payeer.com advcash.com
volet.com alipay.com worldpay.com braintreegateway.com klarna.com paysafe.com paysafecard.com alchemypay.org wert.io
sardine.ai guardarian.com
apple.com google.com goo.gl app.link onelink.me appsflyer.com adjust.com adj.st branch.io page.link testflight.com
apkpure.com aptoide.com uptodown.com huawei.com mi.com samsung.com amazon.com microsoft.com pgyer.com fir.im
doubleclick.net googlesyndication.com googleadservices.com googletagmanager.com google-analytics.com adnxs.com
adroll.com taboola.com outbrain.com criteo.com criteo.net mgid.com popads.net propellerads.com coinzilla.com
coinzilla.io a-ads.com bitmedia.io cointraffic.io adform.net adsrvr.org rubiconproject.com pubmatic.com
everflow.io everflowclient.io impact.com impactradius.com sjv.io pxf.io evyy.net cj.com anrdoezrs.net dpbolvw.net jdoqocy.com
tkqlhce.com linksynergy.com awin1.com shareasale.com clickbank.net hasoffers.com go2cloud.org tune.com voluum.com
kochava.com singular.net rdtk.io redtrack.io binom.org keitaro.io cellxpert.com affise.com trackbox.com income-access.com
partnerize.com prf.hn tapfiliate.com post-affiliate-pro.com postaffiliatepro.com firstpromoter.com
sendgrid.net mailchimp.com list-manage.com mailgun.org mandrillapp.com hubspot.com hs-sites.com hubspotlinks.com
customer.io iterable.com braze.com klaviyo.com mailerlite.com getresponse.com typeform.com surveymonkey.com
jotform.com google.cn forms.gle airtable.com greenhouse.io lever.co workable.com smartrecruiters.com ashbyhq.com
bamboohr.com recruitee.com zhipin.com
bit.ly t.co tinyurl.com rebrand.ly ow.ly is.gd buff.ly cutt.ly shorturl.at rb.gy t.ly s.id dub.sh dub.co lnkd.in
fb.me t.cn url.cn dwz.cn suo.im u.nu v.gd tiny.cc short.io shorturl.com reurl.cc pse.is lihi.cc ppt.cc
linktr.ee lnk.bio beacons.ai bio.link
facebook.com twitter.com x.com telegram.org telegram.me t.me discord.com discord.gg youtube.com instagram.com
linkedin.com reddit.com weibo.com weixin.qq.com wechat.com qq.com vk.com tiktok.com line.me kakao.com medium.com
bilibili.com zhihu.com github.com gitlab.com
cloudflare.com cloudflareaccess.com queue-it.net incapsula.com imperva.com datadome.co hcaptcha.com geetest.com
sedo.com sedoparking.com dan.com afternic.com hugedomains.com godaddy.com bodis.com parkingcrew.net above.com
uniregistry.com domainmarket.com namebright.com epik.com undeveloped.com buydomains.com domainnamesales.com 22.cn
4.cn ename.com ename.cn juming.com
archive.org web.archive.org archive.ph coinmarketcap.com coingecko.com
`
    .trim()
    .split(/\s+/),
);

/** Where nobody sells but the name itself. */
const PARKING =
  /(?:^|\.)(?:sedo|sedoparking|dan|afternic|hugedomains|bodis|parkingcrew|above|uniregistry|domainmarket|namebright|undeveloped|buydomains|domainnamesales|parklogic|juming|ename)\.(?:com|net|cn)$/;

/** First labels of hosts that serve one purpose beside the exchange: `help.`, `status.`, `sso.` */
const PURPOSE =
  /^(?:help|support|faq|desk|helpdesk|helpcenter|service|kefu|bangzhu|status|uptime|blog|news|medium|press|media|academy|learn|edu|school|docs?|developers?|dev|apidocs?|wiki|forum|bbs|community|club|social|pay|payments?|checkout|billing|cashier|login|signin|sso|auth|oauth2?|accounts?|passport|id|identity|kyc|verify|careers?|jobs|talent|hr|shop|store|merch|mall|gift|apps?tore|download|dl|apk|click|clk|track|tracking|trk|go|link|links|l|r|redirect|out|ads?|adclick|promo|events?|campaign|partners?|affiliates?|mail|email|e|newsletter|survey|feedback|legal|ir|investors?|research|labs|charity|foundation|token|ico|launchpad|explorer|scan)\d*$/i;

/** Whether a host belongs to a house that serves others, or serves one purpose alone, as its name tells. */
export function isService(host: Host): boolean {
  const { ascii, registrable } = host;
  if (registrable === null || SERVICES.has(registrable) || isProtected(registrable)) return true;
  return nameAndParents(ascii).some((name) => SERVICES.has(name)) || isPurpose(ascii, registrable);
}

/** 'status.okx-mirror.example' => true; 'www.okx.cab' => false */
export function isPurpose(ascii: string, name: string): boolean {
  const before = ascii === name ? '' : ascii.slice(0, -name.length - 1);
  return before !== '' && before.split('.').some(isPurposeWord);
}

/** 'help', 'status', 'sso' => true; 'www', 'zh-cn' => false */
export function isPurposeWord(label: string): boolean {
  return PURPOSE.test(label);
}

export function isParking(ascii: string): boolean {
  return PARKING.test(ascii);
}

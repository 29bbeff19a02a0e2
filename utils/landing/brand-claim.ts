import type { AssessmentContext, LandingAssessment, Signal } from './assessment.ts';
import { fold } from './han.ts';
import type { Naming } from './naming.ts';
import type { PageSignals } from './page-signals.ts';
import type { Reading } from './reading.ts';

const VERSION = 1;
/** Instructions, comparisons and reports speak about an exchange; they do not present themselves as it. */
const ABOUT =
  /教程|如何|怎么|攻略|指南|评测|排名|排行|对比|推荐|注册流程|新手|新闻|什么是|介绍|事件|导航|大全|汇总/;

/** What may follow a name that stands for the place itself. */
const ITSELF = /^[\s()[\]]*(?:$|官网|官方|交易所|交易平台|全球站|国际站|中文|app|登录|注册|登入)/;

/** '欧易okx官网 - 全球领先' opens with the name, in one or more forms, and says no more than that it is the place. */
function opensAs(line: string, forms: string[]): boolean {
  if (ABOUT.test(line)) return false;
  const first = line.split(/[|_\-–—:,]/)[0]?.trim() ?? '';
  if (!forms.some((form) => first.startsWith(form))) return false;
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  return ITSELF.test(longestFirst.reduce((rest, form) => rest.replaceAll(form, ''), first));
}

/**
 * The page presents itself as a listed exchange, by its title, site name, logo or copyright line. Two such
 * places, or a site name, are a claim; on a host of that exchange, or on no known host, there is none.
 */
export function brandClaim(
  signals: PageSignals,
  reading: Reading,
  namings: Naming[],
  context: AssessmentContext,
): LandingAssessment['brandClaim'] {
  if (context.host === null) return null;
  const owner = context.hostOwner(context.host);
  for (const { exchange, forms } of namings.slice(0, 2)) {
    if (exchange === owner) continue;
    const places: Signal[] = [];
    const add = (id: string, value: string | undefined) => {
      if (value) places.push({ id, version: VERSION, value: value.slice(0, 80), weight: 0 });
    };
    const is = (line: string) => forms.includes(line.trim()) || opensAs(line, forms);
    add('claims-title', opensAs(reading.title, forms) ? signals.title : undefined);
    add(
      'claims-site-name',
      signals.siteNames.find((name) => is(fold(name))),
    );
    add(
      'claims-heading',
      signals.headings.slice(0, 2).find((heading) => is(fold(heading))),
    );
    add(
      'claims-logo',
      signals.imageTexts.find((text) => is(fold(text).replace(/\s*(?:logo|标志|图标)$/, ''))),
    );
    add(
      'claims-copyright',
      reading.whole
        .split('\n')
        .find((line) => /©|copyright|版权所有/.test(line) && forms.some((form) => line.includes(form))),
    );
    if (places.length >= 2 || places[0]?.id === 'claims-site-name') return { exchange, signals: places };
  }
  return null;
}

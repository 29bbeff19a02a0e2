import * as v from 'valibot';
import { LIMITS, type PageSignals } from './page-signals.ts';

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));
const texts = (limit: number, count: number) => v.pipe(v.array(text(limit)), v.maxLength(count));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The background's check of a content script's message: a page can send whatever it likes through one. */
export const PageSignalsSchema: v.GenericSchema<PageSignals> = v.strictObject({
  title: text(LIMITS.title),
  lang: text(LIMITS.lang),
  scripts: v.strictObject({ han: count, kana: count, hangul: count, latin: count, other: count }),
  description: text(LIMITS.description),
  siteNames: texts(LIMITS.siteName, LIMITS.siteNames),
  headings: texts(LIMITS.heading, LIMITS.headings),
  controls: texts(LIMITS.control, LIMITS.controls),
  imageTexts: texts(LIMITS.imageText, LIMITS.imageTexts),
  text: text(LIMITS.text),
  links: v.pipe(
    v.array(v.strictObject({ url: text(LIMITS.url), text: text(LIMITS.linkText) })),
    v.maxLength(LIMITS.links),
  ),
  assetHosts: texts(LIMITS.host, LIMITS.assetHosts),
  builtOn: texts(LIMITS.host, LIMITS.builtOn),
  accounts: texts(LIMITS.account, LIMITS.accounts),
  inputs: texts(LIMITS.input, LIMITS.inputs),
  codeBlocks: count,
  truncated: v.boolean(),
});

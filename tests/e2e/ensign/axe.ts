import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** The rules of axe that colours concern: all that another theme can break. */
export const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

/**
 * What axe finds wrong on a page by WCAG 2.2 AA, or by some of its rules: rule and elements. Half a megabyte of it
 * goes into each document once.
 */
export async function axeFindings(page: Page, rules: readonly string[] = RULES): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    // A colour on its way from one theme to the other is none of the two.
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
    const { axe } = window as unknown as { axe: { run(what: Document, how: object): Promise<AxeResult> } };
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.map(
      ({ id, nodes }) => `${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
    );
  }, rules);
}

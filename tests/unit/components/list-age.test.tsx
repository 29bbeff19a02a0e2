// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../components/models/settings.ts';
import type { WarningModel } from '../../../components/models/warning.ts';
import { ListFacts } from '../../../components/options/list-facts.tsx';
import { Warning } from '../../../components/warning/warning.tsx';
import { FROM_THE_FUTURE } from '../../e2e/gallery/options-model.ts';
import { PAGES } from '../../e2e/gallery/pages.ts';
import { WARNING_PORT } from '../../e2e/gallery/ports.ts';
import { show, textOf, translator } from './show.tsx';

const { lookalike } = PAGES;
if (lookalike.state !== 'lookalike') throw new Error('No warning');
const { host, finding } = lookalike;

function warningOf(list: WarningModel['list']) {
  const model = {
    host,
    finding,
    list,
    stopped: 'before the request',
    support: null,
    canIgnore: true,
  } as const;
  return <Warning model={model} port={WARNING_PORT} />;
}

describe('a list that is dated in the future has no age', () => {
  const PLACES = {
    options: <ListFacts list={FROM_THE_FUTURE} />,
    warning: warningOf({ version: 412, issued: '2127-01-15T10:00:00.000Z', ageDays: null }),
  };

  test.each(Object.entries(PLACES))('in the %s', async (_place, drawn) => {
    expect(textOf(await show(drawn))).toContain('version 412 of 15 Jan 2127, dated in the future');
    for (const language of LANGUAGES) {
      const said = textOf(await show(drawn, language));
      expect(said).toContain(translator(language).message('age_in_the_future'));
      expect(said).not.toMatch(/\b0 (?:days old|天前)/);
    }
  });
});

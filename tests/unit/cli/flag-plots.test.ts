import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { plotOf } from '../../../cli/flags/plots.ts';
import { QUESTIONS, type Question } from '../../../cli/flags/questions.ts';

const HOSTILE = '</title><script>x()</script>&"\u0000\u202E\uFFFF\uD800';
const row = {
  day: '2026-11-22',
  flags_per_100_pages: 4,
  exchange: HOSTILE,
  script: 'Hans',
  rail: 'none',
  flags: 6,
  domain: HOSTILE,
  first_seen: '2026-11-21',
  last_seen: '2026-11-24',
  from: HOSTILE,
  to: HOSTILE,
  participants: 2,
  list_version: 1,
  detector_version: HOSTILE,
  first_day: '2026-11-21',
  last_day: '2026-11-22',
};

function parsed(svg: string) {
  const { document } = new Window();
  document.body.innerHTML = svg;
  return document;
}

describe.each(Object.keys(QUESTIONS) as Question[])('the plot of %s', (question) => {
  it('draws one mark a row under its title, whatever stands in the row', () => {
    const svg = plotOf(question, [row]);
    const document = parsed(svg);
    expect(document.querySelectorAll('circle, rect, path[stroke-linecap]')).toHaveLength(1);
    expect(document.querySelector('text')?.textContent).toContain(QUESTIONS[question]);
    expect(document.querySelectorAll('script')).toHaveLength(0);
    expect(svg.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/u);
    expect(svg).not.toContain('NaN');
  });

  it('draws nothing of no rows', () => {
    const svg = plotOf(question, []);
    expect(parsed(svg).querySelectorAll('circle, rect, path[stroke-linecap]')).toHaveLength(0);
    expect(svg).not.toMatch(/NaN|Infinity/);
  });
});

it('names so many of too many', () => {
  const rows = Array.from({ length: 300 }, (_, i) => ({ ...row, domain: `site${i}.example` }));
  const svg = plotOf('first-and-last-seen', rows);
  expect(svg).toContain('(25 of 300)');
  expect(svg.length).toBeLessThan(20_000);
});

it('leaves a gap for a day without a rate', () => {
  const svg = plotOf('flags-per-page', [row, { ...row, day: '2026-11-23', flags_per_100_pages: null }]);
  expect(parsed(svg).querySelectorAll('circle')).toHaveLength(1);
});

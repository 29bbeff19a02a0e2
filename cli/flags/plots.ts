import { barPlot, rangePlot } from './plot/lanes.ts';
import { pointPlot } from './plot/points.ts';
import { QUESTIONS, type Question } from './questions.ts';

type Row = Record<string, unknown>;

const NO_NUMBER = Number.NaN;

/** How the answer to each question is drawn. */
const PLOTS: Record<Question, (title: string, rows: Row[]) => string> = {
  'flags-per-page': (title, rows) =>
    pointPlot(
      `${title}: flags per 100 pages`,
      rows.map((row) => ({ day: String(row.day), value: Number(row.flags_per_100_pages ?? NO_NUMBER) })),
    ),
  'exchanges-by-script': (title, rows) =>
    barPlot(
      `${title}: flags`,
      rows.map((row) => ({ name: joined(row, 'exchange', 'script', 'rail'), value: Number(row.flags) })),
    ),
  'first-and-last-seen': (title, rows) =>
    rangePlot(
      title,
      rows.map((row) => range(row, 'domain')),
    ),
  'succession-edges': (title, rows) =>
    barPlot(
      `${title}: participants`,
      rows.map((row) => ({ name: `${row.from} → ${row.to}`, value: Number(row.participants) })),
    ),
  'list-versions': (title, rows) =>
    rangePlot(
      title,
      rows.map((row) => {
        const name = `list ${row.list_version}, detector ${row.detector_version}, ${row.flags} flags`;
        return { name, from: String(row.first_day), to: String(row.last_day) };
      }),
    ),
};

/** The answer to a question as an SVG drawing. */
export function plotOf(question: Question, rows: Row[]): string {
  return PLOTS[question](QUESTIONS[question], rows);
}

function joined(row: Row, ...columns: string[]): string {
  return columns.map((column) => row[column]).join(' · ');
}

function range(row: Row, name: string): { name: string; from: string; to: string } {
  return { name: String(row[name]), from: String(row.first_seen), to: String(row.last_seen) };
}

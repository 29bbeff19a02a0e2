import { useState } from 'preact/hooks';
import { Flag } from '../drawing/flag.tsx';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { DailyCount } from '../models/history.ts';
import { type Strip, stripsOf } from './strips.ts';

const WIDTH = 900;
const HEIGHT = 40;
/** Tallest bar, in pixels; the rest of a strip is air. */
const TALLEST = 26;
/** More days would draw bars thinner than a pixel on a small window. */
const DAYS = 366;

/** Flags a day by kind, one strip each on a shared calendar, with the table that says the same. */
export function FlagsADay({ daily }: { daily: DailyCount[] }) {
  const [table, setTable] = useState(false);
  const shown = daily.slice(-DAYS);
  const strips = stripsOf(shown);
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <section class="aday">
      <h2>
        <Text k="flags_a_day" />
        <span class="label">
          <Text k="flags_a_day_says" from={{ date: first.day }} to={{ date: last.day }} />
        </span>
        <button type="button" class="link" aria-expanded={table} onClick={() => setTable(!table)}>
          <Text k={table ? 'show_chart' : 'show_table'} />
        </button>
      </h2>
      {table ? (
        <DailyTable daily={shown} strips={strips} />
      ) : (
        <>
          <ul>
            {strips.map((strip) => (
              <StripLabel strip={strip} key={strip.label} />
            ))}
          </ul>
          <Chart strips={strips} days={shown} />
        </>
      )}
    </section>
  );
}

function StripLabel({ strip }: { strip: Strip }) {
  const { tier, label, total, most } = strip;
  return (
    <li class={tier}>
      {tier === 'none' ? null : <Flag tier={tier} />}
      <span class={tier === 'none' ? '' : 'word'}>
        <Text k={label} />
      </span>
      <span class="num">
        <Text k="just" it={total} />
        <small>
          <Text k="most_a_day" count={most} />
        </small>
      </span>
    </li>
  );
}

function Chart({ strips, days }: { strips: Strip[]; days: DailyCount[] }) {
  const translator = useTranslator();
  const step = WIDTH / days.length;
  const months = days
    .map((one, index) => ({ day: one.day, at: index * step }))
    .filter(({ day }) => day.endsWith('-01'));
  const height = strips.length * HEIGHT;
  return (
    <>
      <svg
        class="chart"
        viewBox={`0 0 ${WIDTH} ${height}`}
        height={height}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        {strips.map((strip, index) => {
          const base = (index + 1) * HEIGHT - 6;
          return (
            <g key={strip.label}>
              <path class="base" d={`M0 ${base + 0.5}H${WIDTH}`} />
              <path
                class={strip.tier === 'none' ? 'line' : `bar ${strip.tier}`}
                d={strip.tier === 'none' ? steps(strip, step, base) : bars(strip, step, base)}
              />
            </g>
          );
        })}
        {months.map(({ day, at }) => (
          <path class="tick" d={`M${at} 0V${height}`} key={day} />
        ))}
      </svg>
      <div class="axis" aria-hidden="true">
        {months.map(({ day, at }) => (
          <span style={{ left: `${(at / WIDTH) * 100}%` }} key={day}>
            {translator.date(day.slice(0, 7))}
          </span>
        ))}
      </div>
    </>
  );
}

function bars(strip: Strip, step: number, base: number): string {
  const width = Math.max(step * 0.7, 0.8).toFixed(2);
  return strip.values
    .map((value, index) => {
      if (value === 0) return '';
      const tall = ((value / strip.most) * TALLEST).toFixed(1);
      return `M${(index * step + step * 0.15).toFixed(2)} ${base}v-${tall}h${width}v${tall}z`;
    })
    .join('');
}

function steps(strip: Strip, step: number, base: number): string {
  const most = Math.max(strip.most, 1);
  return strip.values
    .map((value, index) => {
      const y = (base - (value / most) * TALLEST).toFixed(1);
      return `${index === 0 ? 'M0' : `L${(index * step).toFixed(1)}`} ${y}H${((index + 1) * step).toFixed(1)}`;
    })
    .join('');
}

function DailyTable({ daily, strips }: { daily: DailyCount[]; strips: Strip[] }) {
  const translator = useTranslator();
  return (
    <table class="plain daily">
      <thead>
        <tr>
          <th scope="col">
            <Text k="table_day" />
          </th>
          {strips.map(({ label }) => (
            <th scope="col" key={label}>
              <Text k={label} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {daily
          .map((one, index) => (
            <tr key={one.day}>
              <th scope="row">{translator.date(one.day)}</th>
              {strips.map(({ label, values }) => (
                <td class="num" key={label}>
                  {translator.number(values[index] ?? 0)}
                </td>
              ))}
            </tr>
          ))
          .reverse()}
      </tbody>
    </table>
  );
}

import { useRef, useState } from 'preact/hooks';
import { Flag } from '../drawing/flag.tsx';
import { standaloneSvg } from '../drawing/standalone.ts';
import { Text, useTranslator } from '../i18n/say.tsx';
import type { DailyCount, HistoryPort } from '../models/history.ts';
import { bars, steps } from './chart-paths.ts';
import { DailyPicture } from './daily-picture.tsx';
import { type Strip, stripsOf } from './strips.ts';

const WIDTH = 900;
const HEIGHT = 40;
/** More days would draw bars thinner than a pixel on a small window. */
const DAYS = 366;

/** Flags a day by kind, one strip each on a shared calendar, with the table that says the same. */
export function FlagsADay({ daily, port }: { daily: DailyCount[]; port: HistoryPort }) {
  const [table, setTable] = useState(false);
  const picture = useRef<HTMLDivElement>(null);
  const shown = daily.slice(-DAYS);
  const strips = stripsOf(shown);
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return null;
  const save = (kind: 'svg' | 'png') => () => {
    const drawing = picture.current?.querySelector('svg');
    if (drawing) void port.savePicture?.('flags-a-day', standaloneSvg(drawing), kind);
  };
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
        {port.savePicture === undefined ? null : (
          <>
            <button type="button" class="link" onClick={save('svg')}>
              <Text k="save_svg" />
            </button>
            <button type="button" class="link" onClick={save('png')}>
              <Text k="save_png" />
            </button>
          </>
        )}
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
      <div hidden ref={picture}>
        <DailyPicture strips={strips} days={shown.map((one) => one.day)} />
      </div>
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

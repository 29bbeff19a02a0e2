import { useEffect, useRef, useState } from 'preact/hooks';
import { standaloneSvg } from '../drawing/standalone.ts';
import { exchangeName } from '../explain/exchange-name.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { phrase } from '../i18n/phrase.ts';
import { Say, Text, useTranslator } from '../i18n/say.tsx';
import type { HistoryChoices, HistoryPort } from '../models/history.ts';
import type { LineageModel } from '../models/lineage.ts';
import { Candidates } from './candidates.tsx';
import { Drawing } from './drawing.tsx';
import { firstYear, lanesOf } from './lanes.ts';
import { Legend } from './legend.tsx';
import { LineagePicture } from './lineage-picture.tsx';
import { arrowsOf, linksOf } from './links.ts';
import { DomainTable, LinkTable } from './tables.tsx';
import { timeScale } from './time-scale.ts';

interface Props {
  port: HistoryPort;
  /** null until they are counted. */
  exchanges: HistoryChoices['exchanges'] | null;
  exchange: string | null;
  onExchange: (id: string) => void;
}

/** One exchange's domains over time. */
export function ByExchange({ port, exchanges, exchange, onExchange }: Props) {
  const id = exchange ?? exchanges?.[0]?.id ?? null;
  const [model, setModel] = useState<LineageModel | 'unknown' | 'failed' | null>(null);
  const [asked, setAsked] = useState(0);
  const translator = useTranslator();
  useEffect(() => setModel(null), [port, id]);
  useEffect(() => {
    let current = true;
    if (id === null) return;
    port
      .lineageOf(id)
      .then((found) => current && setModel(found ?? 'unknown'))
      .catch((cause: unknown) => {
        console.error('history: the lineage could not be read', cause);
        if (current) setModel('failed');
      });
    return () => {
      current = false;
    };
    // Asked again once the user has decided on a candidate; what is shown stays until the answer.
  }, [port, id, asked]);
  if (id === null && exchanges === null)
    return (
      <p role="status" class="waiting">
        <Text k="loading" />
      </p>
    );
  if (id === null)
    return (
      <p class="empty">
        <Text k="by_exchange_empty" />
      </p>
    );
  return (
    <div class="byx">
      <nav class="pick" aria-label={translator.plain(phrase('exchanges'))}>
        <h2 class="label">
          <Text k="exchanges_with_flags" />
        </h2>
        <ul>
          {exchanges?.map((one) => (
            <li key={one.id}>
              <a
                href={`#by-exchange/${encodeURIComponent(one.id)}`}
                {...(one.id === id ? { 'aria-current': 'true' } : {})}
                onClick={(event) => {
                  event.preventDefault();
                  onExchange(one.id);
                }}
              >
                <bdi>{one.name}</bdi>
                <span class="num">{translator.number(one.flags)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {model === null ? (
        <p role="status" class="waiting">
          <Text k="loading" />
        </p>
      ) : typeof model === 'string' ? (
        <p role="alert" class="problem">
          <Text k={MISSING[model]} />
        </p>
      ) : (
        <Lineage model={model} port={port} onChange={() => setAsked((times) => times + 1)} />
      )}
    </div>
  );
}

const MISSING: Record<'unknown' | 'failed', MessageKey> = {
  unknown: 'lineage_unknown',
  failed: 'lineage_failed',
};

interface LineageProps {
  model: LineageModel;
  port: HistoryPort;
  onChange: () => void;
}

function Lineage({ model, port, onChange }: LineageProps) {
  const translator = useTranslator();
  const [saved, setSaved] = useState<'svg' | 'png' | null>(null);
  const picture = useRef<HTMLDivElement>(null);
  const lanes = lanesOf(model);
  const links = linksOf(model);
  const name = exchangeName(model.exchange);
  const drawing = {
    lanes,
    arrows: arrowsOf(links, lanes),
    scale: timeScale(firstYear(model), model.today, model.windowDays),
  };
  useEffect(() => {
    const drawn = picture.current?.querySelector('svg');
    if (saved === null || !drawn) return;
    void port.savePicture?.(`${model.exchange.id}-lineage`, standaloneSvg(drawn), saved);
    setSaved(null);
  }, [saved, port, model]);
  return (
    <div>
      <h1>
        <Say of={name} />
      </h1>
      <section
        class="scroll-x"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={translator.plain(phrase('drawing_region'))}
      >
        <Drawing title={translator.plain(phrase('drawing_title', { name }))} {...drawing} />
      </section>
      <Legend />
      {port.savePicture === undefined ? null : (
        <p class="row">
          <button type="button" class="btn small" onClick={() => setSaved('svg')}>
            <Text k="save_svg" />
          </button>
          <button type="button" class="btn small" onClick={() => setSaved('png')}>
            <Text k="save_png" />
          </button>
        </p>
      )}
      {saved === null ? null : (
        <div hidden ref={picture}>
          <LineagePicture
            title={translator.plain(phrase('drawing_name', { name }))}
            {...drawing}
            today={model.today}
          />
        </div>
      )}
      <Candidates model={model} port={port} onChange={onChange} />
      {links.length === 0 ? (
        <p class="note">
          <Text k="lineage_none" />
        </p>
      ) : (
        <LinkTable links={links} />
      )}
      <DomainTable lanes={lanes} />
    </div>
  );
}

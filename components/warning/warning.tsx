import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { siteOf } from '../../utils/domain/site-of.ts';
import { Address } from '../address/address.tsx';
import { defang } from '../address/defang.ts';
import { difference } from '../address/difference.ts';
import { displayable } from '../address/displayable.ts';
import { marksOf } from '../address/marks.ts';
import { Flag } from '../drawing/flag.tsx';
import { exchangeName } from '../explain/exchange-name.ts';
import { explain } from '../explain/explain.ts';
import { ReasonItem } from '../explain/reason-item.tsx';
import type { MessageKey } from '../i18n/messages.ts';
import { Gap, Say, Text, useTranslator } from '../i18n/say.tsx';
import { IgnoreForm } from '../ignore/ignore-form.tsx';
import { listAge } from '../list/age.ts';
import type { WarningModel, WarningPort } from '../models/warning.ts';
import { usePanel } from '../panel/use-panel.ts';
import { ReportForm } from '../report/report-form.tsx';
import { Support } from '../report/support.ts';
import { Names, NamesInWords } from './names.tsx';

/**
 * The warning: what, why, how sure; back and continue alike in reach.
 * The known address is text, not a link: the way there is the user's own.
 */
export function Warning({ model, port }: { model: WarningModel; port: WarningPort }) {
  const { host, finding, list } = model;
  const words = explain(finding, host.unicode);
  const back = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => back.current?.focus(), []);
  const shown = { host: host.unicode };
  // Over a page in another language no document says which one this is.
  const { tag } = useTranslator();
  return (
    <main class="warn danger" lang={tag}>
      <Flag tier="danger" size="xl" />
      <p class="word">
        <Say of={words.word} />
      </p>
      <h1>
        <Say of={words.title} />
      </h1>
      {finding.kind === 'lookalike' ? (
        <>
          <Names host={host.unicode} match={finding.match} />
          <p class="sr">
            <Text k="names_in_words" host={shown} domain={{ host: finding.match.target }} />
          </p>
          <NamesInWords
            differences={marksOf(host.unicode, finding.match).map((mark) => difference(mark, host.unicode))}
          />
        </>
      ) : (
        <p class="names middle">
          <bdi class="n" dir="ltr">
            {displayable(host.unicode, 253)}
          </bdi>
        </p>
      )}
      {host.ascii === host.unicode ? null : (
        <p class="ascii">
          <Text k="ascii_form" ascii={{ host: host.ascii }} />
        </p>
      )}
      <p class="say">
        <Say of={words.rest} />
      </p>
      <div class="choice">
        <button type="button" class="btn primary" ref={back} onClick={() => port.back()}>
          <Text k="go_back" />
        </button>
        <button type="button" class="btn" onClick={() => void port.allowOnce()}>
          <span>
            <Text k="continue_to" host={shown} />
          </span>
        </button>
      </div>
      <p class="after">
        <Text k={model.stopped === 'before the request' ? 'warning_stopped' : 'warning_in_place'} />
        <Gap />
        <Text k={model.canIgnore ? 'continue_holds' : 'continue_holds_privately'} />
      </p>
      <dl class="facts">
        <Fact k="how_sure">
          <Text
            k={
              words.sure === 'high'
                ? 'sure_is_high'
                : words.sure === 'low'
                  ? 'sure_is_low'
                  : 'sure_is_reported'
            }
          />
          <Gap />
          <Say of={words.limit} />
        </Fact>
        {finding.kind === 'lookalike' ? (
          <Fact k="known_address">
            <Text
              k="known_address_says"
              domain={{ host: finding.match.target }}
              name={exchangeName(finding.exchange)}
            />
          </Fact>
        ) : (
          <Fact k="reported_name">
            <Address text={finding.name} />
          </Fact>
        )}
        {list === null ? null : (
          <Fact k="list">
            <Text
              k="list_says"
              version={`${list.version}`}
              date={{ date: list.issued }}
              age={listAge(list.ageDays)}
            />
          </Fact>
        )}
      </dl>
      <WarningTools model={model} port={port} />
      <details class="reasons-more">
        <summary>
          <Text k="details" />
        </summary>
        <ul class="reason-list">
          {words.reasons.map((one, index) => (
            <li key={`${index}`}>
              <ReasonItem reason={one} />
            </li>
          ))}
        </ul>
      </details>
    </main>
  );
}

function Fact({ k, children }: { k: MessageKey; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        <Text k={k} />
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

function WarningTools({ model, port }: { model: WarningModel; port: WarningPort }) {
  const { panel, toggle, close } = usePanel<'ignore' | 'report'>();
  const [said, setSaid] = useState<MessageKey | null>(null);
  const { host, finding, list } = model;
  const copy = (text: string) => void port.copy(text).then(() => setSaid('copied'));
  return (
    <div class="quiet">
      {model.canIgnore ? (
        <button type="button" class="link" aria-expanded={panel === 'ignore'} onClick={toggle('ignore')}>
          <span>
            <Text k="ignore_host" host={{ host: host.unicode }} />
          </span>
        </button>
      ) : null}
      <button type="button" class="link" aria-expanded={panel === 'report'} onClick={toggle('report')}>
        <Text k="report_mistake" />
      </button>
      <button type="button" class="link" onClick={() => copy(defang(host.ascii))}>
        <Text k="copy_defanged" />
      </button>
      <span role="status" class="label">
        {said === null ? null : <Text k={said} />}
      </span>
      {panel === 'ignore' ? (
        <IgnoreForm
          domain={siteOf(host)}
          kinds={[finding.kind]}
          onCancel={close}
          onIgnore={(request) => void port.ignore(request)}
        />
      ) : null}
      {panel === 'report' ? (
        <Support.Provider value={model.support}>
          <ReportForm
            subject={{ host: host.unicode, findings: [finding], list }}
            onCancel={close}
            onCopy={copy}
          />
        </Support.Provider>
      ) : null}
    </div>
  );
}

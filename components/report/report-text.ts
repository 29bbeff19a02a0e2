import type { Finding } from '../../utils/verdict/finding.ts';
import { defang } from '../address/defang.ts';
import { displayable } from '../address/displayable.ts';
import { explain } from '../explain/explain.ts';
import { phrase } from '../i18n/phrase.ts';
import type { Translator } from '../i18n/translator.ts';
import type { ListBrief } from '../models/list.ts';

/** What a report is about. */
export interface ReportSubject {
  /** In Unicode. */
  host: string;
  findings: Finding[];
  list: ListBrief | null;
}

/** Prefilled text of a report: what Ensign said and on which list, and a line for what is wrong. */
export function reportText(subject: ReportSubject, translator: Translator): string {
  const { host, findings, list } = subject;
  const lines = [translator.plain(phrase('report_host', { host: defang(displayable(host)) }))];
  for (const finding of findings) {
    const words = explain(finding, host);
    lines.push(
      translator.plain(phrase('report_said', { said: `${finding.kind}: ${translator.plain(words.title)}` })),
    );
  }
  if (findings.length === 0) lines.push(translator.plain(phrase('report_said_nothing')));
  if (list !== null) lines.push(translator.plain(phrase('report_list', { version: `${list.version}` })));
  lines.push(translator.plain(phrase('report_wrong')));
  return lines.join('\n');
}

import { domainOf } from '../domain/domain-of.ts';
import type { Signal } from '../landing/assessment.ts';
import type { Finding } from '../verdict/finding.ts';
import type { FlagSettings } from './flag.ts';

type Keeping = Pick<FlagSettings, 'stored_detail' | 'store_title'>;

/**
 * A finding as far as a flag may keep it. At `domain` names and hosts are registrable domains: 'trade.bitazza.com' =>
 * 'bitazza.com'. What a page says of itself is kept only where titles are stored, an invitation code nowhere: it names
 * a person. The lineage is left out: the list in use supplies it when shown.
 */
export function keptFinding(finding: Finding, keeping: Keeping): Finding {
  const host = (name: string) => (keeping.stored_detail === 'domain' ? domainOf(name) : name);
  switch (finding.kind) {
    case 'listed':
      return { ...finding, name: host(finding.name), lineage: [] };
    case 'reported':
      return { ...finding, name: host(finding.name) };
    case 'lookalike':
      return { ...finding, match: { ...finding.match, target: host(finding.match.target) } };
    case 'landing':
      return { ...finding, signals: finding.signals.map((signal) => withoutCodes(signal, host)) };
    case 'brandClaim':
      return keeping.store_title ? finding : { ...finding, signals: finding.signals.map(withoutWords) };
    case 'succession':
      return { ...finding, from: host(finding.from), to: host(finding.to) };
    case 'operations':
      return { ...finding, operations: finding.operations.map((signal) => withHosts(signal, host)) };
  }
}

/** 'www.okx.com SRXT5KUM、okx.com/join/88360001、www.okx.com A999998' => 'www.okx.com、okx.com'. */
function withoutCodes(signal: Signal, host: (name: string) => string): Signal {
  if (signal.id !== 'invitation-links') return signal;
  const hosts = signal.value.split('、').map((link) => host(link.split(/[\s/]/, 1)[0] ?? ''));
  return { ...signal, value: [...new Set(hosts)].join('、') };
}

/** Words, or hosts of the page's files and links: 'a.oss.aliyuncs.com、b.aliyuncs.com' => 'aliyuncs.com'. */
function withHosts(signal: Signal, host: (name: string) => string): Signal {
  const parts = signal.value.split('、').map((part) => (HOST.test(part) ? host(part) : part));
  return { ...signal, value: [...new Set(parts)].join('、') };
}

const HOST = /^[\w-]+(?:\.[\w-]+)+$/;

function withoutWords(signal: Signal): Signal {
  return { ...signal, value: '' };
}

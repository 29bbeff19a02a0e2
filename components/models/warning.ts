import type { LookalikeFinding, ReportedFinding } from '../../utils/verdict/finding.ts';
import type { AgedList } from './list.ts';
import type { ShownHost } from './popup.ts';
import type { IgnoreRequest } from './settings.ts';

/** What the warning page, and its overlay in private windows, shows. */
export interface WarningModel {
  host: ShownHost;
  finding: LookalikeFinding | ReportedFinding;
  list: AgedList | null;
  /** Whether the browser stopped the request (Firefox) or the page was replaced (Chromium). */
  stopped: 'before the request' | 'in place of the page';
  /** false in private windows: no ignoring, nothing is stored. */
  canIgnore: boolean;
  /** Where the organisation takes reports, by policy. */
  support: string | null;
}

/** What the warning page asks of the extension. */
export interface WarningPort {
  /** null: the page was opened without anything to warn of. */
  model(): Promise<WarningModel | null>;
  back(): void;
  /** Allows the host for the session, then goes there. */
  allowOnce(): Promise<void>;
  /** Ignores, then goes there. */
  ignore(request: IgnoreRequest): Promise<void>;
  copy(text: string): Promise<void>;
}

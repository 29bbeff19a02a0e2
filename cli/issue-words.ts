import * as v from 'valibot';

/** Where something is not as its schema wants it, and how: 'hosts.okx: Invalid type: Expected number but …'. */
export function issueWords(issue: v.BaseIssue<unknown>): string {
  return [v.getDotPath(issue), issue.message].filter(Boolean).join(': ');
}

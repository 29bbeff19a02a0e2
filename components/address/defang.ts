/** An address that no program makes a link of: 'a.okx.com' => 'a[.]okx[.]com'. */
export function defang(host: string): string {
  return host.replaceAll('.', '[.]').replace(/^http/i, 'hxxp');
}

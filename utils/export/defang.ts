/** A hostname that no program turns into a link: 'okx.com' => 'okx[.]com'. */
export function defangHost(host: string): string {
  return host.replaceAll('.', '[.]');
}

/** 'https://okx.com/a.html' => 'hxxps://okx[.]com/a.html'. What is no http(s) address stays as it is. */
export function defangUrl(url: string): string {
  return url.replace(
    /^http(s?):\/\/([^/?#]*)/i,
    (_, secure: string, host: string) => `hxxp${secure}://${defangHost(host)}`,
  );
}

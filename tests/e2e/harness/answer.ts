/** What the local web server answers. */
export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Milliseconds to wait first. */
  delay?: number;
  /** Hang up instead of answering. */
  hangUp?: true;
}

export function page(html: string, headers: Record<string, string> = {}): Answer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body: html };
}

/** A page with a title and nothing else worth reading. */
export function plainPage(title: string, body = '', lang = 'en'): Answer {
  return page(
    `<!doctype html><html lang="${lang}"><meta charset="utf-8"><title>${title}</title><body>${body}`,
  );
}

export function redirectTo(location: string, status = 302): Answer {
  return { status, headers: { location } };
}

export function metaRefreshTo(location: string, seconds = 0): Answer {
  return plainPage('moved', `<meta http-equiv="refresh" content="${seconds};url=${location}">`);
}

/** A script on the page goes on by itself, `wait` milliseconds after it ran. */
export function scriptTo(location: string, wait = 0): Answer {
  return plainPage('moved', `<script>setTimeout(() => { location.href = '${location}' }, ${wait})</script>`);
}

export function download(name: string): Answer {
  return {
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${name}"`,
    },
    body: 'bytes',
  };
}

export const NO_CONTENT: Answer = { status: 204 };

export const HANG_UP: Answer = { status: 0, hangUp: true };

export function delayed(delay: number, answer: Answer): Answer {
  return { ...answer, delay };
}

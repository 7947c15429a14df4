// Calls of the services through the gateway. The browser's session stands in a cookie that no script can read.
import type { Routes } from './routes';

export interface FieldError {
  field: string;
  reason: string;
  expected?: string;
}

// What a service or the gateway answers instead (RFC 9457), or that nobody could be reached.
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly detail: string = '',
    readonly errors: FieldError[] = [],
    readonly more: Record<string, unknown> = {},
  ) {
    super(title);
  }

  // Nothing is known of what became of the request: it may be sent again under the same key.
  get unknown(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  get ended(): boolean {
    return this.status === 401;
  }
}

type Route = keyof Routes;
type Given<R extends Route> = Omit<Routes[R], 'answer'>;
type Options<R extends Route> = Given<R> & { key?: string; version?: string; signal?: AbortSignal };

export interface Answer<T> {
  data: T;
  etag: string | null;
  location: string | null;
}

// One call, with all that came back.
export async function send<R extends Route>(route: R, options: Options<R>): Promise<Answer<Routes[R]['answer']>> {
  const [method, template] = route.split(' ') as [string, string];
  const given = options as { path?: Record<string, string>; query?: object; body?: unknown };
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Linli-Console': '1' };
  if (given.body !== undefined && !(given.body instanceof Blob)) {
    headers['Content-Type'] = 'application/json';
  }
  if (options.key) {
    headers['Idempotency-Key'] = options.key;
  }
  if (options.version) {
    headers['If-Match'] = options.version;
  }
  const response = await reach(address(template, given), {
    method,
    headers,
    body: given.body === undefined ? null : given.body instanceof Blob ? given.body : JSON.stringify(given.body),
    signal: options.signal ?? null,
  });
  if (!response.ok) {
    throw await problem(response);
  }
  const text = await response.text();
  return {
    data: (text ? JSON.parse(text) : undefined) as Routes[R]['answer'],
    etag: response.headers.get('ETag'),
    location: response.headers.get('Location'),
  };
}

export const call = async <R extends Route>(route: R, options: Options<R>): Promise<Routes[R]['answer']> =>
  (await send(route, options)).data;

// The address of a download, with the filters of the list that it is a file of.
export function address(
  template: string,
  { path = {}, query = {} }: { path?: Record<string, string>; query?: object },
): string {
  const place = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') {
        asked.append(name, String(one));
      }
    }
  }
  const text = asked.toString();
  return text ? `${place}?${text}` : place;
}

async function reach(to: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(to, options);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw new Problem(0, 'unreachable', '网络不通 · No connection');
  }
}

async function problem(response: Response): Promise<Problem> {
  try {
    const { type = '', title = '', detail = '', errors = [], ...more } = await response.json();
    return new Problem(response.status, String(type).replace(/^.*[/:]/, ''), title, detail, errors, more);
  } catch {
    return new Problem(response.status, 'unreadable', response.statusText);
  }
}

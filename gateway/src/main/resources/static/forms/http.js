// Calls to the API: problems (RFC 9457) as errors, and commands under one Idempotency-Key until they are answered.
const PATIENCE = 60_000;
const KEYS = 'linli.key.';

// The token to send in place of one that was taken from the session a while ago; see session.js.
let renewed = async (token) => token;
export const renewTokensBy = (renew) => {
  renewed = renew;
};

export class Problem extends Error {
  constructor(status, body = {}) {
    super(body.title ?? `HTTP ${status}`);
    this.status = status;
    this.type = String(body.type ?? '').split('/').pop() || (status === 0 ? 'unreachable' : 'unknown');
    this.detail = body.detail;
    this.errors = body.errors ?? [];
    this.correlationId = body.correlationId;
  }

  // Whether it may have been carried out all the same: then the same command is sent again under the same key.
  get unanswered() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

// Answers {data, etag, headers}; throws a Problem for everything else than 2xx.
export async function request(method, path, { body, raw, headers = {}, token } = {}) {
  const sent = { ...headers };
  if (token) {
    sent.Authorization = `Bearer ${await renewed(token)}`;
  }
  if (body !== undefined) {
    sent['Content-Type'] = 'application/json';
  }
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: sent,
      body: body === undefined ? raw : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const text = await answer.text();
    const json = /json/.test(answer.headers.get('Content-Type') ?? '') && text ? JSON.parse(text) : undefined;
    if (!answer.ok) {
      throw new Problem(answer.status, json);
    }
    return { data: json, etag: answer.headers.get('ETag'), headers: answer.headers };
  } catch (trouble) {
    throw trouble instanceof Problem ? trouble : new Problem(answer && !answer.ok ? answer.status : 0);
  }
}

// A command named by what it does, such as "submit <id>": sent again after a lost answer it carries the same key.
export async function command(name, path, { body = {}, headers = {}, token } = {}) {
  const digest = await digestOf(JSON.stringify(body));
  const kept = JSON.parse(localStorage.getItem(KEYS + name) ?? 'null');
  const key = kept?.digest === digest ? kept.key : crypto.randomUUID();
  localStorage.setItem(KEYS + name, JSON.stringify({ key, digest }));
  try {
    const answer = await request('POST', path, { body, headers: { ...headers, 'Idempotency-Key': key }, token });
    localStorage.removeItem(KEYS + name);
    return answer;
  } catch (problem) {
    if (!problem.unanswered) {
      localStorage.removeItem(KEYS + name);
    }
    throw problem;
  }
}

async function digestOf(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

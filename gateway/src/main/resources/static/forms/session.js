// Signing in at the OIDC provider by authorization code and its proof (PKCE). The session lives as long as the tab; its
// access token lives minutes and is renewed by the refresh token, until the session ends.
import { Problem, renewTokensBy, request } from './http.js';

const SESSION = 'linli.session';
const UNDERWAY = 'linli.signing-in';
const PAGE = `${location.origin}/forms`;
const EARLY = 30_000;

const kept = () => JSON.parse(sessionStorage.getItem(SESSION) ?? 'null');

// The person signed in: {subject, name, roles, units, token}, or null.
export function person() {
  const session = kept();
  return session && (session.refresh || session.until > Date.now()) ? session : null;
}

const provider = async () => {
  const { data: { issuer, client } } = await request('GET', '/forms/sign-in');
  const { data } = await request('GET', `${issuer}/.well-known/openid-configuration`);
  return { ...data, client };
};

// Leaves for the provider and comes back to the same place.
export async function signIn() {
  const { authorization_endpoint: address, client } = await provider();
  const verifier = random();
  const state = random();
  sessionStorage.setItem(UNDERWAY, JSON.stringify({ verifier, state, place: location.hash }));
  const proof = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  location.assign(`${address}?${new URLSearchParams({
    response_type: 'code',
    client_id: client,
    redirect_uri: PAGE,
    scope: 'openid profile',
    state,
    code_challenge: base64url(proof),
    code_challenge_method: 'S256',
  })}`);
}

// Ends a sign-in that brought us back with a code; answers whether one was under way.
export async function finishSignIn() {
  const answer = new URLSearchParams(location.search);
  const underway = JSON.parse(sessionStorage.getItem(UNDERWAY) ?? 'null');
  if (!answer.has('state') || !underway) {
    return false;
  }
  sessionStorage.removeItem(UNDERWAY);
  history.replaceState(null, '', `/forms${underway.place}`);
  if (answer.get('state') !== underway.state || !answer.has('code')) {
    throw new Problem(401, { type: 'unauthenticated', title: answer.get('error') ?? 'The sign-in was not ours' });
  }
  const { token_endpoint: address, client } = await provider();
  const tokens = await exchange(address, {
    grant_type: 'authorization_code',
    client_id: client,
    redirect_uri: PAGE,
    code: answer.get('code'),
    code_verifier: underway.verifier,
  });
  keep(tokens, {});
  return true;
}

function keep(tokens, before) {
  const { sub, name, roles, units } = claims(tokens.access_token);
  sessionStorage.setItem(SESSION, JSON.stringify({
    subject: sub,
    name: name ?? sub,
    roles: roles ?? [],
    units: units ?? [],
    token: tokens.access_token,
    id: tokens.id_token ?? before.id,
    refresh: tokens.refresh_token ?? before.refresh,
    // By this device's own clock, which may be off.
    until: Date.now() + (tokens.expires_in ?? 60) * 1000,
  }));
}

let renewing;

// The session's token, a new one where it is about to end. Calls that come together wait for the same: a refresh token is
// good for one use.
export async function freshToken(token) {
  const session = kept();
  if (!session?.refresh) {
    return token;
  }
  if (session.until - EARLY < Date.now()) {
    renewing ??= renew(session).finally(() => {
      renewing = undefined;
    });
    await renewing;
  }
  return kept()?.token ?? token;
}
renewTokensBy(freshToken);

// Where the provider refuses, the session has ended; where it does not answer, the next call tries again.
async function renew(session) {
  try {
    const { token_endpoint: address, client } = await provider();
    keep(await exchange(address, { grant_type: 'refresh_token', client_id: client, refresh_token: session.refresh }), session);
  } catch (problem) {
    if (problem.status === 401) {
      sessionStorage.removeItem(SESSION);
    }
  }
}

async function exchange(address, fields) {
  const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(fields) });
  if (answer.status >= 500) {
    throw new Problem(answer.status);
  }
  if (!answer.ok) {
    throw new Problem(401, { type: 'unauthenticated', title: 'The sign-in was refused' });
  }
  return answer.json();
}

// Forgets the person on this device, with all that was typed and not yet saved, and at the provider.
export async function signOut() {
  const { id } = kept() ?? {};
  const own = (name) => name.startsWith('linli.') && name !== UNDERWAY;
  Object.keys(localStorage).filter(own).forEach((name) => localStorage.removeItem(name));
  sessionStorage.removeItem(SESSION);
  const { end_session_endpoint: address, client } = await provider();
  location.assign(address && id
    ? `${address}?${new URLSearchParams({ id_token_hint: id, client_id: client, post_logout_redirect_uri: PAGE })}`
    : PAGE);
}

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

function claims(token) {
  const part = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (char) => char.charCodeAt(0))));
}

// Sending a file in pieces (tus 1.0): what broke off goes on where it ended, also after the page was closed.
import { Problem, request } from './http.js';

const PIECE = 1024 * 1024;
const PATIENCE = [1_000, 2_000, 4_000, 8_000];
const TUS = { 'Tus-Resumable': '1.0.0' };

// Answers the id of the document; progress gets the share sent, 0 to 1.
export async function upload(file, { token, subject, progress }) {
  const place = `linli.upload.${subject}.${file.name}.${file.size}.${file.lastModified}`;
  for (let attempt = 0; ; attempt++) {
    const before = Date.now();
    try {
      const address = await begun(place, file, token);
      await send(address, file, token, progress);
      localStorage.removeItem(place);
      return address.split('/').pop();
    } catch (problem) {
      // A long stretch that went well earns new patience.
      attempt = Date.now() - before > 30_000 ? 0 : attempt;
      if (problem.status === 404 && localStorage.getItem(place)) {
        localStorage.removeItem(place);
        continue;
      }
      if (!problem.unanswered && problem.type !== 'offset-mismatch' || attempt >= PATIENCE.length) {
        forgetIfOver(place, problem);
        throw problem;
      }
      await new Promise((done) => setTimeout(done, PATIENCE[attempt]));
    }
  }
}

function forgetIfOver(place, problem) {
  if (!problem.unanswered && problem.type !== 'unauthenticated') {
    localStorage.removeItem(place);
  }
}

async function begun(place, file, token) {
  const known = localStorage.getItem(place);
  if (known) {
    return known;
  }
  const { headers } = await request('POST', '/api/partner/uploads', {
    token,
    headers: { ...TUS, 'Upload-Length': file.size, 'Upload-Metadata': `filename ${base64(file.name)}` },
  });
  const address = new URL(headers.get('Location'), location.origin).pathname;
  localStorage.setItem(place, address);
  return address;
}

async function send(address, file, token, progress) {
  let offset = await offsetOf(address, token);
  progress(offset / file.size);
  while (offset < file.size) {
    const { headers } = await request('PATCH', address, {
      token,
      raw: file.slice(offset, offset + PIECE),
      headers: { ...TUS, 'Upload-Offset': offset, 'Content-Type': 'application/offset+octet-stream' },
    });
    offset = moved(headers, offset);
    progress(offset / file.size);
  }
}

async function offsetOf(address, token) {
  const { headers } = await request('HEAD', address, { token, headers: TUS });
  return moved(headers, -1);
}

function moved(headers, before) {
  const offset = Number(headers.get('Upload-Offset') ?? Number.NaN);
  if (!(offset > before)) {
    throw new Problem(0, { title: 'The upload does not move on' });
  }
  return offset;
}

const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

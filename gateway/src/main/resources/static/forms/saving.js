// Bringing a form to the API: begun once, then said anew as often as needed, then handed in; each safe to repeat.
import { command, request } from './http.js';
import { person } from './session.js';
import { PROPOSALS, readProposal } from './proposal.js';

const EDITABLE = ['DRAFT', 'NEEDS_CHANGES'];

export class Saving {
  // before: how many proposals of the person to this call are over; another one is another command.
  constructor(call, proposal, etag, before) {
    this.call = call;
    this.before = before;
    this.id = proposal?.id;
    this.etag = etag;
  }

  async save(form) {
    const content = contentOf(form);
    await this.begin();
    try {
      this.etag = (await this.put(content)).etag;
    } catch (problem) {
      if (problem.status !== 412 && problem.status !== 409) {
        throw problem;
      }
      await this.compare(content, problem);
    }
  }

  async submit(form) {
    await this.save(form);
    try {
      await command(`submit ${this.id} ${this.etag}`, `${PROPOSALS}/${this.id}/submission`, this.asMine());
    } catch (problem) {
      if (problem.status === 409) {
        await this.look();
      }
      throw problem;
    }
  }

  // The person's own content counts, whatever was said meanwhile.
  overrule() {
    this.etag = this.latest;
  }

  // An empty draft, always of the same words: a lost answer and a second try give one proposal.
  async begin() {
    if (!this.id) {
      const { data, etag } = await command(`propose ${person().subject} ${this.call.id} ${this.before}`, PROPOSALS,
        { body: { callId: this.call.id }, token: person().token });
      this.id = data.id;
      this.etag = etag;
    }
  }

  put(content) {
    return request('PUT', `${PROPOSALS}/${this.id}`, { body: content, ...this.asMine() });
  }

  asMine() {
    return { token: person().token, headers: { 'If-Match': this.etag } };
  }

  // Refused as changed meanwhile, it may have been our own words whose answer was lost.
  async compare(content, problem) {
    const found = await this.look();
    if (this.isOver || !sameAs(found, content)) {
      throw problem;
    }
    this.etag = this.latest;
  }

  async look() {
    const { data, etag } = await readProposal(this.id);
    this.latest = etag;
    this.isOver = !EDITABLE.includes(data.state);
    return data;
  }
}

function contentOf(form) {
  const given = (name) => new FormData(form).get(name)?.trim() || undefined;
  const number = (name) => (Number.isNaN(Number(given(name))) ? given(name) : Number(given(name)));
  return {
    title: given('title'),
    summary: given('summary'),
    mode: given('mode'),
    priceYuan: given('priceYuan'),
    marketPriceYuan: given('marketPriceYuan'),
    sharePercent: given('sharePercent') && number('sharePercent'),
    benefitSessions: given('benefitSessions') && number('benefitSessions'),
    documents: [...form.querySelectorAll('[data-document]')]
      .map((row) => ({ code: row.dataset.document, documentId: row.querySelector('[type="hidden"]').value.split(' ')[0] }))
      .filter(({ documentId }) => documentId),
  };
}

const sameAs = (found, content) =>
  ['title', 'summary', 'mode'].every((name) => (found[name] ?? undefined) === content[name])
  && ['priceYuan', 'marketPriceYuan', 'sharePercent', 'benefitSessions']
    .every((name) => Number(found[name] ?? Number.NaN) === Number(content[name] ?? Number.NaN)
      || (found[name] ?? undefined) === content[name])
  && JSON.stringify(found.documents.map(({ documentId }) => documentId).sort())
    === JSON.stringify(content.documents.map(({ documentId }) => documentId).sort());

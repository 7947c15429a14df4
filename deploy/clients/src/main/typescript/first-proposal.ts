import { Configuration, CooperationMode, ProposalsApi, PublicApi, ResponseError } from '../../../target/generated/typescript/client';
import type { Problem, Proposal } from '../../../target/generated/typescript/client';

/** What docs/api/clients.md shows: a partner's first program. */
export async function firstProposal(gateway: string, token: string, words: string, share?: number): Promise<Proposal> {
  const linli = new Configuration({ basePath: gateway, accessToken: token });
  const found = await new PublicApi(linli).listPublicOpenCalls({ open: true, q: words, limit: 1 });
  return new ProposalsApi(linli).draftProposal({
    idempotencyKey: crypto.randomUUID(), // the same when you send the same again
    proposalRequest: {
      callId: found.items[0]!.id,
      title: '长者书法晚课',
      summary: '每周二、四晚七点，两小时，二十人一班',
      mode: CooperationMode.VenueCooperation,
      priceYuan: '20.00',
      marketPriceYuan: '60.00',
      sharePercent: share,
      submit: true,
    },
  });
}

/** The same left incomplete: the fields that the problem names. */
export async function missing(gateway: string, token: string, words: string): Promise<string> {
  try {
    return `taken: ${(await firstProposal(gateway, token, words)).id}`;
  } catch (refused) {
    if (!(refused instanceof ResponseError)) throw refused;
    const problem: Problem = await refused.response.json();
    return `${problem.status} ${problem.errors?.map((error) => error.field).join()}`;
  }
}

/** What became of it. */
export async function decision(gateway: string, token: string, id: string): Promise<string> {
  const linli = new Configuration({ basePath: gateway, accessToken: token });
  const proposal = await new ProposalsApi(linli).getProposal({ id });
  return `${proposal.state}: ${proposal.reasons.join(', ')}`;
}

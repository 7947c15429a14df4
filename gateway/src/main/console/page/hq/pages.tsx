// Pages of street HQ, city and auditors.
import { Consolidation } from './consolidation';
import { Obligations } from './obligations';
import { Compliance, Ledger } from './oversight';
import { Review } from './review';

export const pages = { consolidation: Consolidation, review: Review, obligations: Obligations, compliance: Compliance, ledger: Ledger };

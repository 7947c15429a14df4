-- What a street called for may be carried out by several of its branches, each with its own agreement.
DROP INDEX agreement_of_proposal;
CREATE UNIQUE INDEX agreement_of_proposal ON agreement (proposal_id, unit_code)
    WHERE predecessor IS NULL AND state <> 'DISCARDED';

-- Who answers by a code is given a receipt, which no sheet has: only with it is the answer told again or corrected. Kept as
-- a keyed hash. Answers of before have none, and stand as they are.
ALTER TABLE survey_answer ADD COLUMN receipt text;

-- Who signs in shows by that who it is: no receipt, which is the empty one.
UPDATE survey_answer a SET receipt = '' FROM survey s WHERE s.id = a.survey_id AND s.admission = 'RESIDENT';

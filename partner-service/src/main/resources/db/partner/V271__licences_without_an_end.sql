-- A licence that never ends (长期) has no last day.
ALTER TABLE partner_licence ALTER COLUMN valid_until DROP NOT NULL;

-- With a hundred times as many known grams planning took as long as searching; the commonest hundred say enough.
ALTER TABLE proposal ALTER COLUMN grams SET STATISTICS 10;
ALTER TABLE open_call ALTER COLUMN grams SET STATISTICS 10;
ALTER TABLE list_item ALTER COLUMN grams SET STATISTICS 10;
ALTER TABLE room ALTER COLUMN grams SET STATISTICS 10;

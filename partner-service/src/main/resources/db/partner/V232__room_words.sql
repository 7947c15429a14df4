-- Name, place and equipment, ready to be found; filled by the next migration.
ALTER TABLE room ADD COLUMN search_text text, ADD COLUMN search_initials text, ADD COLUMN grams text[];

-- Pairs of initials say little, and every row has many: what is found by three letters and more has an entry a triple.

CREATE OR REPLACE FUNCTION pg_temp.triples(initials text) RETURNS text[] LANGUAGE sql AS $$
    SELECT coalesce(array_agg(DISTINCT '~' || substr(word, at, 3)), '{}')
      FROM unnest(string_to_array(initials, ' ')) word, generate_series(1, char_length(word) - 2) at
$$;

UPDATE proposal SET grams = grams || pg_temp.triples(search_initials);
UPDATE open_call SET grams = grams || pg_temp.triples(search_initials);
UPDATE list_item SET grams = grams || pg_temp.triples(search_initials);
UPDATE room SET grams = grams || pg_temp.triples(search_initials);

-- The normal form of names as the service itself writes it (org.linli.platform.text.Texts.name), for rows that were kept
-- before there was one: full width made plain, invisible characters dropped, one blank where several are.
CREATE FUNCTION name_in_normal_form(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(normalize(regexp_replace(normalize($1, NFKC),
        '[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]',
        '', 'g'), NFKC),
        '[\u0009\u000a\u000d\u0020\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+', ' ', 'g'), ' ')
$$;

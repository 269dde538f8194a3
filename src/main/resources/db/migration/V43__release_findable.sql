-- Whether a search can find anything: not with stop words alone, and not where all words have to be there and one of them
-- must not. The index would be read from end to end to find that nothing does.
CREATE FUNCTION release_findable(search tsquery) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT numnode(search) > 0
       AND (search::text ~ '[|<(]'
            OR NOT EXISTS (SELECT FROM regexp_matches(search::text, '!(''([^'']|'''')+'')', 'g') AS refused
                            WHERE position(' & ' || refused[1] || ' & ' IN ' & ' || search::text || ' & ') > 0))
$$;

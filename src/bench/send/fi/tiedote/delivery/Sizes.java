package fi.tiedote.delivery;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How large the ledger is, in megabytes. */
class Sizes {
    private final JdbcClient jdbc;

    Sizes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void print() {
        System.out.println("  " + jdbc.sql("""
                SELECT format('letter %s MB, %s dead rows, vacuumed %s times; ',
                              pg_relation_size('letter') >> 20, n_dead_tup, autovacuum_count)
                       || (SELECT string_agg(format('%s %s', indexrelname, pg_relation_size(indexrelid) >> 20), ', '
                                             ORDER BY indexrelname)
                             FROM pg_stat_user_indexes WHERE relname = 'letter')
                  FROM pg_stat_user_tables WHERE relname = 'letter'
                """).query(String.class).single());
    }
}

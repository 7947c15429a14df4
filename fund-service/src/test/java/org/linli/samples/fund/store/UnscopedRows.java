package org.linli.samples.fund.store;

import org.springframework.stereotype.Repository;

import java.util.List;

/** Rows of everybody, for anybody. */
@Repository
public class UnscopedRows {

    public List<String> all() {
        return List.of();
    }
}

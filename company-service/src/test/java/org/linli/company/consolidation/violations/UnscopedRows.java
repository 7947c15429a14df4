package org.linli.company.consolidation.violations;

import org.springframework.stereotype.Repository;

/** Rows for everybody. Abstract, so that the service under test does not take it for one of its own. */
@Repository
public abstract class UnscopedRows {

    public long all() {
        return 0;
    }
}

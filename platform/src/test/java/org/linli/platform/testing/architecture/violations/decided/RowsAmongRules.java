package org.linli.platform.testing.architecture.violations.decided;

import org.springframework.stereotype.Repository;

/** Tables among rules. */
@Repository
public abstract class RowsAmongRules {}

package org.linli.company.consolidation.violations;

import org.linli.company.entry.EntryFilter;

/** HQ reaching over to the branch role. */
public class BranchReader {

    public EntryFilter.Sort order() {
        return EntryFilter.Sort.DATE;
    }
}

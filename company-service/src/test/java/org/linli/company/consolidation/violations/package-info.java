/** Samples that break the rules of the architecture test, so that the rules are known to bite. */
package org.linli.company.consolidation.violations;

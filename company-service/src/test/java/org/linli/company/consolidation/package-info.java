/** Proofs of the consolidation: the rule, the store and the way over Kafka. */
package org.linli.company.consolidation;

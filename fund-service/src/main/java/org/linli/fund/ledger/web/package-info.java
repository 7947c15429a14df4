/** The ledger over HTTP: trial balance, entries, invariants. */
@NullMarked
package org.linli.fund.ledger.web;

import org.jspecify.annotations.NullMarked;

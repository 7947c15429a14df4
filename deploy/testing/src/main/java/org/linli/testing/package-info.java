/** What tests and the proofs of the whole suite both need: lines that are cut, documents read, codes that are fixed. */
@NullMarked
package org.linli.testing;

import org.jspecify.annotations.NullMarked;

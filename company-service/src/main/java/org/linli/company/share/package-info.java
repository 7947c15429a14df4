/** Partners' shares, which arrive by event and become revenue entries of their branch. */
@NullMarked
package org.linli.company.share;

import org.jspecify.annotations.NullMarked;

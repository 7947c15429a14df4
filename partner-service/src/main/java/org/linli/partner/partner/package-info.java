/** Partners: registration, the people who act for them, and how they stand in each street. */
@NullMarked
package org.linli.partner.partner;

import org.jspecify.annotations.NullMarked;

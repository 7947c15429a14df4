/** Trials of proposals: sessions in real rooms, residents' seats and feedback, and what they must show. */
@NullMarked
package org.linli.partner.trial;

import org.jspecify.annotations.NullMarked;

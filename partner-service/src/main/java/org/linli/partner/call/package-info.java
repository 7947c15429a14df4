/** Open calls (英雄帖): what a branch or the street seeks, until when, and by which criteria. */
@NullMarked
package org.linli.partner.call;

import org.jspecify.annotations.NullMarked;

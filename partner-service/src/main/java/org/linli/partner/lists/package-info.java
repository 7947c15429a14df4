/** The three lists (三张清单): what residents need, what there is for it, and which projects are wanted. */
@NullMarked
package org.linli.partner.lists;

import org.jspecify.annotations.NullMarked;

/** Finding by Chinese text of any length and by pinyin initials, on an index. */
@NullMarked
package org.linli.partner.search;

import org.jspecify.annotations.NullMarked;

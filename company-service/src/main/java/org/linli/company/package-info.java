/** Street HQ and community branches. Role branch owns units, lines, projects, entries and statements and emits {@code linli.company.unit.*} and {@code linli.company.revenue-statement.*}, and books what {@code linli.partner.share} tells; role hq consolidates what it reads from them. */
@NullMarked
package org.linli.company;

import org.jspecify.annotations.NullMarked;

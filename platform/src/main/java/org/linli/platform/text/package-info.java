/** One meaning for one text: the normal form of identifiers and names, dates and periods, numbers that name persons or bodies. */
@NullMarked
package org.linli.platform.text;

import org.jspecify.annotations.NullMarked;

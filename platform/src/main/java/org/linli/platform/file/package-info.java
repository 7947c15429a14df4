/** Tables as files of the API, in and out: CSV and xlsx are two forms of the same rows. */
@NullMarked
package org.linli.platform.file;

import org.jspecify.annotations.NullMarked;

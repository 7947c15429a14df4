/** Where the bytes of documents lie: files in a directory, or an S3-compatible store. */
@NullMarked
package org.linli.partner.document.store;

import org.jspecify.annotations.NullMarked;

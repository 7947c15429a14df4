/** What all routes of this service share: reading parameters, and answering with pages and with tables. */
@NullMarked
package org.linli.fund.web;

import org.jspecify.annotations.NullMarked;

/** Statements over HTTP. */
@NullMarked
package org.linli.company.statement.web;

import org.jspecify.annotations.NullMarked;

/** Surveys and answers in PostgreSQL. */
@NullMarked
package org.linli.partner.survey.store;

import org.jspecify.annotations.NullMarked;

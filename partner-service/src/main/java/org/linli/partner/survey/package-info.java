/** Surveys of residents (需求调查): a public form a branch, one answer a person, nobody knows whose. */
@NullMarked
package org.linli.partner.survey;

import org.jspecify.annotations.NullMarked;

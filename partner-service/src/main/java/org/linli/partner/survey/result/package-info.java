/** What a survey came to, told so that no small group of people can be made out. */
@NullMarked
package org.linli.partner.survey.result;

import org.jspecify.annotations.NullMarked;

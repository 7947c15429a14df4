package org.linli.partner.survey;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;

/** Something about the person that answers are told apart by, such as an age band; may be left unsaid. */
@Schema(name = "GroupAsked")
public record RespondentGroup(String code, String text, List<Choice> values) {

    /** The value of those who did not say; no code of a branch's own looks so. */
    public static final String UNSAID = "-";

    public RespondentGroup {
        values = List.copyOf(values);
    }
}

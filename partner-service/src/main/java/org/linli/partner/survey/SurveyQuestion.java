package org.linli.partner.survey;

import io.swagger.v3.oas.annotations.media.Schema;

import java.util.List;
import java.util.stream.IntStream;

/**
 * @param required whether an answer without it is refused; never where several options may be ticked
 * @param options 1 to 5 for a scale, none for words
 */
@Schema(name = "SurveyQuestion")
public record SurveyQuestion(String code, String text, QuestionKind kind, boolean required, List<Choice> options) {

    private static final List<Choice> SCALE = IntStream.rangeClosed(1, 5)
            .mapToObj(Integer::toString)
            .map(step -> new Choice(step, step))
            .toList();

    public SurveyQuestion {
        options = kind == QuestionKind.SCALE ? SCALE : List.copyOf(options);
    }

    /** Whether its answers can be counted. */
    public boolean hasOptions() {
        return kind != QuestionKind.TEXT;
    }
}

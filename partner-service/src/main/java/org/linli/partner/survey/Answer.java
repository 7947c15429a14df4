package org.linli.partner.survey;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one person answered.
 *
 * @param groups value by group
 * @param choices options by question, in the order of their codes; questions left out are absent
 * @param texts words by question
 */
public record Answer(
        SortedMap<String, String> groups, SortedMap<String, List<String>> choices, SortedMap<String, String> texts) {

    public Answer {
        groups = new TreeMap<>(groups);
        choices = new TreeMap<>(choices);
        texts = new TreeMap<>(texts);
    }
}

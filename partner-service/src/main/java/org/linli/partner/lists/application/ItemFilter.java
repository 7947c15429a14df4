package org.linli.partner.lists.application;

import org.linli.partner.lists.ItemKind;
import org.linli.partner.lists.ItemState;
import org.linli.partner.search.Search;

import java.util.List;

/** Which items a list shows. @param topic one of theirs, or empty for all */
public record ItemFilter(List<ItemKind> kinds, List<ItemState> states, String topic, Search search) {}

package org.linli.partner.lists;

import java.util.Arrays;
import java.util.List;

/** One of the three lists. */
public enum ItemList {
    NEEDS("The need"),
    RESOURCES("The resource"),
    PROJECTS("The project");

    private final String item;

    ItemList(String item) {
        this.item = item;
    }

    /** What one of it is called. */
    public String item() {
        return item;
    }

    public boolean holds(ItemKind kind) {
        return switch (this) {
            case NEEDS -> kind == ItemKind.NEED;
            case RESOURCES -> kind.isResource();
            case PROJECTS -> kind == ItemKind.PROJECT;
        };
    }

    public List<ItemKind> kinds() {
        return Arrays.stream(ItemKind.values()).filter(this::holds).toList();
    }
}
